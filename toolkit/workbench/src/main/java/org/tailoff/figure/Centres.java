package org.tailoff.figure;

import java.util.List;

/**
 * The centres of a heat map's columns or rows. Whatever their distances, columns are equally wide and rows equally
 * high; between two centres places go with the value or with its logarithm.
 *
 * @param label what is shown along them, with its unit; may be empty
 * @param scale how places between centres are found
 * @param values the centres, from left to right or from bottom to top
 */
public record Centres(String label, Scale scale, List<Double> values) {
    /**
     * Checks the values.
     *
     * @param label any text
     * @param scale not null
     * @param values copied; at least two, each above the one before; above 0 if the scale is logarithmic
     * @throws IllegalArgumentException if there are fewer than two, a value is not finite, {@code !(v[i] > v[i - 1])},
     *     or the scale is logarithmic and {@code !(v[0] > 0)}
     */
    public Centres {
        values = List.copyOf(values);
        Require.that(values.size() > 1, "centres '%s': at least two are needed, were %d", label, values.size());
        for (int i = 0; i < values.size(); i++) {
            Require.finite(values.get(i), "centre " + i + " of '" + label + "'");
            Require.that(
                    i == 0 || values.get(i) > values.get(i - 1),
                    "centre %d of '%s': must be above the one before it, %s, was %s",
                    i,
                    label,
                    values.get(Math.max(0, i - 1)),
                    values.get(i));
        }
        Require.that(
                scale == Scale.LINEAR || values.get(0) > 0,
                "logarithmic centres '%s': must be above 0, the lowest was %s",
                label,
                values.get(0));
    }

    /**
     * Where a value lies, in cells from the first centre: 0 at the first, 1 at the second; beyond the ends as between
     * the outermost two.
     */
    public double place(double value) {
        int left = 0;
        while (left < values.size() - 2 && values.get(left + 1) <= value) {
            left++;
        }
        double from = measure(values.get(left));
        return left + (measure(value) - from) / (measure(values.get(left + 1)) - from);
    }

    private double measure(double value) {
        return scale == Scale.LINEAR ? value : StrictMath.log(value);
    }

    /** Whether a value lies in one of the cells, their outer edges included. */
    public boolean covers(double value) {
        boolean measurable = scale == Scale.LINEAR || value > 0;
        return measurable && place(value) >= -0.5 && place(value) <= values.size() - 0.5;
    }
}
