package org.tailoff.svm;

import java.util.ArrayList;
import java.util.List;
import libsvm.svm;
import libsvm.svm_model;
import libsvm.svm_node;
import libsvm.svm_parameter;
import libsvm.svm_problem;
import org.tailoff.data.LabelledExamples;

/** The oracle: libsvm from beginning to end, on its own sparse examples. */
final class SvmReference {
    private static final int CACHE_MEGABYTES = 200;

    private SvmReference() {}

    static svm_model trained(SvmSpec spec, LabelledExamples examples) {
        svm_problem problem = new svm_problem();
        int[] order = Classes.of(examples).order();
        problem.l = order.length;
        problem.x = new svm_node[order.length][];
        problem.y = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            problem.x[i] = nodes(examples, order[i]);
            problem.y[i] = examples.label(order[i]);
        }
        svm.svm_set_print_string_function(text -> {});
        return svm.svm_train(problem, parameters(spec, examples));
    }

    private static svm_parameter parameters(SvmSpec spec, LabelledExamples examples) {
        svm_parameter parameters = new svm_parameter();
        parameters.svm_type = svm_parameter.C_SVC;
        parameters.kernel_type = svm_parameter.RBF;
        parameters.C = spec.cost();
        parameters.gamma = spec.gamma().of(examples);
        parameters.cache_size = CACHE_MEGABYTES;
        parameters.eps = 1e-3;
        parameters.shrinking = 1;
        return parameters;
    }

    /** The pixels that are not 0, in libsvm's sparse form. */
    private static svm_node[] nodes(LabelledExamples examples, int example) {
        List<svm_node> nodes = new ArrayList<>();
        for (int pixel = 0; pixel < examples.inputs(); pixel++) {
            if (examples.input(example, pixel) != 0) {
                svm_node node = new svm_node();
                node.index = pixel + 1;
                node.value = examples.input(example, pixel);
                nodes.add(node);
            }
        }
        return nodes.toArray(svm_node[]::new);
    }

    static int correct(svm_model model, LabelledExamples examples) {
        int correct = 0;
        for (int example = 0; example < examples.count(); example++) {
            correct += svm.svm_predict(model, nodes(examples, example)) == examples.label(example) ? 1 : 0;
        }
        return correct;
    }
}
