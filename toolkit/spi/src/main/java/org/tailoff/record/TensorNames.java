package org.tailoff.record;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the tensors of a network are called where people read. */
public final class TensorNames {
    /** DL4J's keys of a tensor in its layer. */
    private static final Map<String, String> KINDS = Map.of(
            "W", "weights",
            "RW", "recurrent weights",
            "b", "biases",
            "gamma", "scale",
            "beta", "shift");

    private static final Pattern NAME = Pattern.compile("(\\d+)_(\\w+)");

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
     * Whether a tensor holds weights: DL4J's keys of weights have a capital W, such as {@code W}, {@code RW} of a
     * recurrent layer or {@code fW} of a bidirectional one; those of biases have not.
     *
     * @param tensor its name
     * @return whether there is a W in its key, what follows the layer's number
     */
    public static boolean isWeights(String tensor) {
        int key = tensor.indexOf('_');
        return key >= 0 && tensor.indexOf('W', key) >= 0;
    }

    /**
     * What a tensor is called.
     *
     * @param tensor its name
     * @return for example {@code weights of the hidden layer} for {@code 0_W}; what follows no rule stays as it is
     */
    public String of(String tensor) {
        Matcher matcher = NAME.matcher(tensor);
        if (!matcher.matches() || !KINDS.containsKey(matcher.group(2))) {
            return tensor;
        }
        String kind = KINDS.get(matcher.group(2));
        int layer = Integer.parseInt(matcher.group(1));
        if (layer == lastLayer) {
            return kind + " of the output layer";
        }
        return kind + (lastLayer == 1 ? " of the hidden layer" : " of hidden layer " + (layer + 1));
    }
}
