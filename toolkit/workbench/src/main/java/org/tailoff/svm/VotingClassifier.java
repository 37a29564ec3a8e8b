package org.tailoff.svm;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.tailoff.data.LabelledExamples;
import org.tailoff.train.platform.InnerProducts;

/**
 * Classifies examples: each decision between two classes is a vote, and of classes with equally many votes the one with
 * the lowest number wins.
 *
 * <p>A decision's terms are added in libsvm's order.
 */
final class VotingClassifier {
    /** Examples at a time, and support vectors at a time. */
    private static final int EXAMPLES = 500;

    private static final int VECTORS = 64;

    private final TrainingExamples training;
    private final Decisions decisions;
    private final ProgressMonitor monitor;
    private final int classes;

    /** Indices of the support vectors in the order of the classes. */
    private final int[] vectors;

    private final InnerProducts products;
    private final double[] values = new double[VECTORS * EXAMPLES];
    private final double[] kernelValues = new double[EXAMPLES];

    /** By first class, second class and example. */
    private final double[][][] sums;

    /**
     * Prepares.
     *
     * @param training what it was trained on
     * @param decisions one for each pair of classes
     * @param monitor notified of the progress
     */
    VotingClassifier(TrainingExamples training, Decisions decisions, ProgressMonitor monitor) {
        this.training = training;
        this.decisions = decisions;
        this.monitor = monitor;
        classes = training.classes().count();
        vectors = IntStream.range(0, training.examples().count())
                .filter(decisions::lookAt)
                .toArray();
        products = new InnerProducts(training.examples().inputs(), EXAMPLES, VECTORS);
        sums = new double[classes][classes][EXAMPLES];
    }

    /** How many of these examples get their own label. */
    int correct(LabelledExamples examples) {
        int correct = 0;
        for (int from = 0; from < examples.count(); from += EXAMPLES) {
            LabelledExamples some = examples.slice(from, Math.min(from + EXAMPLES, examples.count()));
            decide(some);
            for (int example = 0; example < some.count(); example++) {
                correct += winner(example) == some.label(example) ? 1 : 0;
            }
            monitor.advanced((long) some.count() * training.examples().count());
        }
        return correct;
    }

    private void decide(LabelledExamples examples) {
        double[] squares =
                Kernel.squares(examples, IntStream.range(0, examples.count()).toArray());
        for (int example = 0; example < examples.count(); example++) {
            products.put(example, examples, example);
        }
        for (double[][] first : sums) {
            for (double[] second : first) {
                Arrays.fill(second, 0);
            }
        }
        for (int from = 0; from < vectors.length; from += VECTORS) {
            monitor.requireGoing();
            addTerms(Arrays.copyOfRange(vectors, from, Math.min(from + VECTORS, vectors.length)), squares);
        }
    }

    private void addTerms(int[] some, double[] squares) {
        for (int index = 0; index < some.length; index++) {
            products.choose(index, training.examples(), training.classes().order()[some[index]]);
        }
        products.with(some.length, 0, squares.length, values);
        for (int index = 0; index < some.length; index++) {
            double square = training.squares()[some[index]];
            for (int example = 0; example < squares.length; example++) {
                kernelValues[example] =
                        training.kernel().of(squares[example], square, values[index * squares.length + example]);
            }
            add(some[index], squares.length);
        }
    }

    /** Adds a support vector's part to the decisions between its own class and every other. */
    private void add(int vector, int examples) {
        int own = training.classes().of(vector);
        for (int other = 0; other < classes; other++) {
            double weight = decisions.weights()[other][vector];
            if (weight != 0) {
                double[] sum = sums[Math.min(own, other)][Math.max(own, other)];
                for (int example = 0; example < examples; example++) {
                    sum[example] += weight * kernelValues[example];
                }
            }
        }
    }

    /** The label with the most votes. */
    private int winner(int example) {
        int[] votes = new int[classes];
        for (int first = 0; first < classes; first++) {
            for (int second = first + 1; second < classes; second++) {
                boolean forFirst = sums[first][second][example] - decisions.offsets()[first][second] > 0;
                votes[forFirst ? first : second]++;
            }
        }
        int winner = 0;
        for (int number = 1; number < classes; number++) {
            winner = votes[number] > votes[winner] ? number : winner;
        }
        return training.classes().labels()[winner];
    }
}
