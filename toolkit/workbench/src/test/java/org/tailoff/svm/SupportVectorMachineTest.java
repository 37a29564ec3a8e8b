package org.tailoff.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import libsvm.OpenSolver;
import libsvm.OpenSolver.Solution;
import libsvm.svm_model;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.LabelledExamples;
import org.tailoff.data.LabelledImages;
import org.tailoff.data.Mnist;
import org.tailoff.run.StoppedException;
import org.tailoff.svm.SvmSpec.Gamma;
import org.tailoff.train.platform.InnerProducts;

class SupportVectorMachineTest {
    private static final ExampleSets DATA = Mnist.embedded();
    private static final ProgressMonitor ALWAYS = new ProgressMonitor(() -> false, values -> {});

    private static LabelledExamples first(int examples) {
        return DATA.training().first(examples);
    }

    /**
     * Oracle: for AUTO the book's more_data_svm.json; for SCALE scikit-learn's SVC at its present defaults, on the same
     * pixels.
     */
    @ParameterizedTest
    @CsvSource({"100, AUTO, 2507", "200, AUTO, 4893", "500, AUTO, 7513", "100, SCALE, 6677", "200, SCALE, 7760"})
    void countsAreThoseOfScikitLearn(int size, Gamma gamma, int correct) {
        SupportVectorMachine machine = new SupportVectorMachine(new SvmSpec(size, 1, gamma), first(size), ALWAYS);
        assertThat(machine.correct(DATA.validation())).isEqualTo(correct);
    }

    /** With C = 10, libsvm shrinks its problems and changes their order. */
    @ParameterizedTest
    @CsvSource({"300, 1, AUTO", "300, 1, SCALE", "500, 10, AUTO", "500, 10, SCALE", "1, 1, AUTO"})
    void decisionsAreThoseOfLibsvmToTheLastBit(int size, double cost, Gamma gamma) {
        SvmSpec spec = new SvmSpec(size, cost, gamma);
        SupportVectorMachine machine = new SupportVectorMachine(spec, first(size), ALWAYS);
        svm_model model = SvmReference.trained(spec, first(size));

        Decisions decisions = machine.decisions();
        assertThat(IntStream.range(0, size).filter(decisions::lookAt).map(example -> example + 1))
                .containsExactly(IntStream.of(model.sv_indices).boxed().toArray(Integer[]::new));
        int pair = 0;
        for (int one = 0; one < model.nr_class; one++) {
            for (int two = one + 1; two < model.nr_class; two++) {
                assertThat(decisions.offsets()[one][two]).isEqualTo(model.rho[pair++]);
            }
        }
        Classes classes = Classes.of(first(size));
        for (int vector = 0; vector < model.l; vector++) {
            int example = model.sv_indices[vector] - 1;
            int own = classes.of(example);
            for (int row = 0; row < model.nr_class - 1; row++) {
                int other = row < own ? row : row + 1;
                assertThat(decisions.weights()[other][example]).isEqualTo(model.sv_coef[row][vector]);
            }
        }
        LabelledExamples some = DATA.validation().first(700);
        assertThat(machine.correct(some)).isEqualTo(SvmReference.correct(model, some));
    }

    /** Three and five of 2,000 examples, at the cost at which libsvm shrinks the problem. */
    @ParameterizedTest
    @ValueSource(ints = {1, 40, 1000})
    void howManyRowsAreKeptChangesNothing(int keptRows) {
        TrainingExamples training = TrainingExamples.of(first(2000), new Kernel(0.0128));
        Pair pair = new Pair(3, 5, training.classes());
        AtomicInteger asked = new AtomicInteger();
        Solution solution = solved(training, pair, keptRows, asked::incrementAndGet);
        Solution plenty = solved(training, pair, pair.count(), () -> {});
        assertThat(solution.weights()).isEqualTo(plenty.weights());
        assertThat(solution.offset()).isEqualTo(plenty.offset());
        assertThat(asked).hasValueGreaterThan(1000);
    }

    private static Solution solved(TrainingExamples training, Pair pair, int keptRows, Runnable going) {
        InnerProducts products = new InnerProducts(training.examples().inputs(), pair.count(), 16);
        byte[] labels = new byte[pair.count()];
        double[] squares = new double[pair.count()];
        for (int example = 0; example < pair.count(); example++) {
            int position = pair.position(example);
            products.put(example, training.examples(), training.classes().order()[position]);
            labels[example] = pair.sign(example);
            squares[example] = training.squares()[position];
        }
        KernelBlocks.Problem problem = new KernelBlocks.Problem(labels, squares, keptRows);
        return OpenSolver.solve(new KernelBlocks(products, training.kernel(), problem, going), labels, 10, 1e-3);
    }

    @Test
    void theWorkThatIsPromisedIsTold() {
        AtomicLong done = new AtomicLong();
        LabelledExamples some = DATA.validation().first(600);
        new SupportVectorMachine(
                        new SvmSpec(70, 1, Gamma.AUTO), first(70), new ProgressMonitor(() -> false, done::addAndGet))
                .correct(some);
        assertThat(done.get()).isEqualTo(SupportVectorMachine.kernelValues(first(70), some));
        // 9 (n_0^2 + ... + n_9^2) + 2 x the sum of n_i n_j over pairs, and a value for each training example and
        // classified
        long squares = 0;
        for (int digit = 0; digit < 10; digit++) {
            int label = digit;
            long of = IntStream.range(0, 70)
                    .filter(example -> first(70).label(example) == label)
                    .count();
            squares += of * of;
        }
        assertThat(done.get()).isEqualTo(9 * squares + (70 * 70 - squares) + 70 * 600);
    }

    @Test
    void itEndsWhenItIsAskedTo() {
        AtomicInteger asked = new AtomicInteger();
        ProgressMonitor going = new ProgressMonitor(() -> asked.incrementAndGet() > 3, values -> {});
        assertThatThrownBy(() -> new SupportVectorMachine(new SvmSpec(70, 1, Gamma.AUTO), first(70), going))
                .isInstanceOf(StoppedException.class);
        assertThat(asked).hasValue(4);
    }

    /**
     * Two examples of two pixels, one against one: the first class has nobody to lose to, the others lose to each other
     * in a circle.
     */
    @Test
    void ofClassesWithEquallyManyVotesTheOneWithTheLowestNumberWins() {
        LabelledImages examples = LabelledImages.of(1, 1, new byte[] {0, 100, (byte) 200}, new byte[] {4, 5, 6});
        TrainingExamples training = TrainingExamples.of(examples, new Kernel(1));
        Decisions circle = Decisions.none(training.classes());
        circle.offsets()[0][1] = -1; // for 4
        circle.offsets()[1][2] = -1; // for 5
        circle.offsets()[0][2] = 1; // for 6
        assertThat(new VotingClassifier(training, circle, ALWAYS).correct(examples.slice(0, 1)))
                .isEqualTo(1);
        assertThat(new VotingClassifier(training, circle, ALWAYS).correct(examples.slice(1, 3)))
                .isZero();
    }

    /** A decision value of exactly 0 is a vote for the second. */
    @Test
    void aDecisionThatIsUndecidedIsForTheSecondClass() {
        LabelledImages examples = LabelledImages.of(1, 1, new byte[] {0, 100}, new byte[] {4, 5});
        TrainingExamples training = TrainingExamples.of(examples, new Kernel(1));
        VotingClassifier classifier = new VotingClassifier(training, Decisions.none(training.classes()), ALWAYS);
        assertThat(classifier.correct(examples.slice(1, 2))).isEqualTo(1);
        assertThat(classifier.correct(examples.slice(0, 1))).isZero();
    }
}
