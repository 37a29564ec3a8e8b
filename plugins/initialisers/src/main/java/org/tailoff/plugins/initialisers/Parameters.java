package org.tailoff.plugins.initialisers;

import org.tailoff.initialise.Parameter;

/** Declarations that several initialisers share. */
final class Parameters {
    /** A standard deviation of 0 would be another initialiser. */
    private static final double LEAST = 1e-6;

    private Parameters() {}

    /** A factor or a standard deviation, 1 unless chosen otherwise. */
    static Parameter positive(String name, String meaning) {
        return new Parameter.Real(name, 1, LEAST, Double.POSITIVE_INFINITY, meaning);
    }
}
