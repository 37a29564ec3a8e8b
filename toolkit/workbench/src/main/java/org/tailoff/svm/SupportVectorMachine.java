package org.tailoff.svm;

import java.util.List;
import libsvm.OpenSolver;
import libsvm.OpenSolver.Solution;
import libsvm.svm;
import org.tailoff.data.LabelledExamples;
import org.tailoff.svm.KernelBlocks.Problem;
import org.tailoff.train.platform.InnerProducts;

/**
 * A support vector machine as libsvm trains it, which is what scikit-learn wraps, at scikit-learn's settings: one
 * decision for every pair of classes, by libsvm's solver on kernel values by BLAS.
 */
final class SupportVectorMachine {
    /** Rows at a time: with more, BLAS is faster and fewer of them are needed. */
    private static final int BLOCK = 16;

    private static final long KEPT_BYTES = 200L << 20;
    private static final double STOPPING_TOLERANCE = 1e-3;

    static {
        svm.svm_set_print_string_function(text -> {});
    }

    private final double cost;
    private final TrainingExamples training;
    private final Decisions decisions;
    private final ProgressMonitor monitor;

    /**
     * Trains.
     *
     * @param spec the settings
     * @param examples what it is trained on, all of them
     * @param monitor notified of the progress
     */
    SupportVectorMachine(SvmSpec spec, LabelledExamples examples, ProgressMonitor monitor) {
        this.monitor = monitor;
        cost = spec.cost();
        training = TrainingExamples.of(examples, new Kernel(spec.gamma().of(examples)));
        decisions = Decisions.none(training.classes());
        List<Pair> pairs = training.classes().pairs();
        int largest = pairs.stream().mapToInt(Pair::count).max().orElse(1);
        InnerProducts products = new InnerProducts(examples.inputs(), largest, BLOCK);
        pairs.forEach(pair -> train(pair, products));
    }

    private void train(Pair pair, InnerProducts products) {
        int count = pair.count();
        byte[] labels = new byte[count];
        double[] squares = new double[count];
        for (int example = 0; example < count; example++) {
            int position = pair.position(example);
            products.put(example, training.examples(), training.classes().order()[position]);
            labels[example] = pair.sign(example);
            squares[example] = training.squares()[position];
        }
        int keptRows = (int) Math.min(count, KEPT_BYTES / Float.BYTES / count);
        Problem problem = new Problem(labels, squares, keptRows);
        KernelBlocks blocks = new KernelBlocks(products, training.kernel(), problem, monitor::requireGoing);
        decide(pair, OpenSolver.solve(blocks, labels, cost, STOPPING_TOLERANCE));
        monitor.advanced(pair.kernelValues());
    }

    private void decide(Pair pair, Solution solution) {
        for (int example = 0; example < pair.count(); example++) {
            decisions.weights()[pair.against(example)][pair.position(example)] = solution.weights()[example];
        }
        decisions.offsets()[pair.first()][pair.second()] = solution.offset();
    }

    /** How many of these examples it gives their own label. */
    int correct(LabelledExamples examples) {
        return new VotingClassifier(training, decisions, monitor).correct(examples);
    }

    /** The decision of each pair of classes. */
    Decisions decisions() {
        return decisions;
    }

    /** Kernel values of training and of classifying, those that turn out not to be needed included. */
    static long kernelValues(LabelledExamples training, LabelledExamples classified) {
        long pairs = Classes.of(training).pairs().stream()
                .mapToLong(Pair::kernelValues)
                .sum();
        return pairs + (long) training.count() * classified.count();
    }
}
