package org.tailoff.reproductions.report;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tensors of a network are called where people read. */
final class TensorNames {
    private static final Pattern NAME = Pattern.compile("(\\d+)_([Wb])");

    private final int lastLayer;

    /** The names of all tensors of a network. */
    TensorNames(List<String> tensors) {
        lastLayer = tensors.stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                .max()
                .orElse(0);
    }

    static boolean isWeights(String tensor) {
        return tensor.endsWith("_W");
    }

    /** For example {@code weights of the hidden layer} for {@code 0_W}; what follows no rule stays as it is. */
    String of(String tensor) {
        Matcher matcher = NAME.matcher(tensor);
        if (!matcher.matches()) {
            return tensor;
        }
        String kind = isWeights(tensor) ? "weights" : "biases";
        int layer = Integer.parseInt(matcher.group(1));
        if (layer == lastLayer) {
            return kind + " of the output layer";
        }
        return kind + (lastLayer == 1 ? " of the hidden layer" : " of hidden layer " + (layer + 1));
    }
}
