package org.tailoff.record;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tensors of a network are called where people read. */
public final class TensorNames {
    private static final Pattern NAME = Pattern.compile("(\\d+)_([Wb])");

    private final int lastLayer;

    /**
     * Names for a network.
     *
     * @param tensors the names of all its tensors, such as {@code 0_W}
     */
    public TensorNames(List<String> tensors) {
        lastLayer = tensors.stream()
                .map(NAME::matcher)
                .filter(Matcher::matches)
                .mapToInt(matcher -> Integer.parseInt(matcher.group(1)))
                .max()
                .orElse(0);
    }

    /**
     * Whether a tensor holds weights.
     *
     * @param tensor its name
     * @return whether it ends in {@code _W}
     */
    public static boolean isWeights(String tensor) {
        return tensor.endsWith("_W");
    }

    /**
     * What a tensor is called.
     *
     * @param tensor its name
     * @return for example {@code weights of the hidden layer} for {@code 0_W}; what follows no rule stays as it is
     */
    public String of(String tensor) {
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
