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
    private final TrainingExamples learnt;
    private final Decisions decisions;
    private final SvmProgressState going;

    /**
     * Trains.
     *
     * @param spec the settings
     * @param images what is learnt from, all of them
     * @param going told how far it is
     */
    SupportVectorMachine(SvmSpec spec, LabelledExamples images, SvmProgressState going) {
        this.going = going;
        cost = spec.cost();
        learnt = TrainingExamples.of(images, new Kernel(spec.gamma().of(images)));
        decisions = Decisions.none(learnt.classes());
        List<Pair> pairs = learnt.classes().pairs();
        int largest = pairs.stream().mapToInt(Pair::count).max().orElse(1);
        InnerProducts products = new InnerProducts(images.inputs(), largest, BLOCK);
        pairs.forEach(pair -> train(pair, products));
    }

    private void train(Pair pair, InnerProducts products) {
        int count = pair.count();
        byte[] labels = new byte[count];
        double[] squares = new double[count];
        for (int image = 0; image < count; image++) {
            int position = pair.position(image);
            products.put(image, learnt.images(), learnt.classes().order()[position]);
            labels[image] = pair.sign(image);
            squares[image] = learnt.squares()[position];
        }
        int keptRows = (int) Math.min(count, KEPT_BYTES / Float.BYTES / count);
        Problem problem = new Problem(labels, squares, keptRows);
        KernelBlocks blocks = new KernelBlocks(products, learnt.kernel(), problem, going::requireGoing);
        decide(pair, OpenSolver.solve(blocks, labels, cost, STOPPING_TOLERANCE));
        going.advanced(pair.kernelValues());
    }

    private void decide(Pair pair, Solution solution) {
        for (int image = 0; image < pair.count(); image++) {
            decisions.weights()[pair.against(image)][pair.position(image)] = solution.weights()[image];
        }
        decisions.offsets()[pair.first()][pair.second()] = solution.offset();
    }

    /** How many of these images it gives their own label. */
    int correct(LabelledExamples images) {
        return new Election(learnt, decisions, going).correct(images);
    }

    /** What it has learnt. */
    Decisions decisions() {
        return decisions;
    }

    /** Kernel values of training and of classifying, those that turn out not to be needed included. */
    static long kernelValues(LabelledExamples learnt, LabelledExamples classified) {
        long pairs = Classes.of(learnt).pairs().stream()
                .mapToLong(Pair::kernelValues)
                .sum();
        return pairs + (long) learnt.count() * classified.count();
    }
}
