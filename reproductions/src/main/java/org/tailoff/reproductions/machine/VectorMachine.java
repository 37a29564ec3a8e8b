package org.tailoff.reproductions.machine;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;
import org.tailoff.data.LabelledExamples;

/** Trains a support vector machine with libsvm, which is what scikit-learn wraps, at scikit-learn's settings. */
final class VectorMachine {
    private static final int CACHE_MEGABYTES = 200;
    private static final double STOPPING_TOLERANCE = 1e-3;

    static {
        svm.svm_set_print_string_function(text -> {});
    }

    private final svm_model model;

    /**
     * Trains.
     *
     * @param spec the settings
     * @param images what is learnt from, all of them
     */
    VectorMachine(MachineSpec spec, LabelledExamples images) {
        svm_problem problem = new svm_problem();
        problem.l = images.count();
        problem.x = new svm_node[images.count()][];
        problem.y = new double[images.count()];
        int[] order = byLabel(images);
        for (int i = 0; i < order.length; i++) {
            problem.x[i] = nodes(images, order[i]);
            problem.y[i] = images.label(order[i]);
        }
        model = svm.svm_train(problem, parameters(spec, images));
    }

    /**
     * libsvm numbers the classes as they first appear, scikit-learn by their labels, and of classes with equally many votes the one with
     * the lowest number wins. Within a class both keep the order of the images.
     */
    private static int[] byLabel(LabelledExamples images) {
        return IntStream.range(0, images.count())
                .boxed()
                .sorted(Comparator.comparingInt(images::label))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static svm_parameter parameters(MachineSpec spec, LabelledExamples images) {
        svm_parameter parameters = new svm_parameter();
        parameters.svm_type = svm_parameter.C_SVC;
        parameters.kernel_type = svm_parameter.RBF;
        parameters.C = spec.cost();
        parameters.gamma = spec.gamma().of(images);
        parameters.cache_size = CACHE_MEGABYTES;
        parameters.eps = STOPPING_TOLERANCE;
        parameters.shrinking = 1;
        return parameters;
    }

    /** The pixels that are not 0, in libsvm's sparse form. */
    private static svm_node[] nodes(LabelledExamples images, int image) {
        List<svm_node> nodes = new ArrayList<>();
        for (int pixel = 0; pixel < images.inputs(); pixel++) {
            double value = images.input(image, pixel);
            if (value != 0) {
                svm_node node = new svm_node();
                node.index = pixel + 1;
                node.value = value;
                nodes.add(node);
            }
        }
        return nodes.toArray(svm_node[]::new);
    }

    /** How many of these images it gives their own label. */
    int correct(LabelledExamples images) {
        int correct = 0;
        for (int image = 0; image < images.count(); image++) {
            correct += svm.svm_predict(model, nodes(images, image)) == images.label(image) ? 1 : 0;
        }
        return correct;
    }
}
