package org.tailoff.figure;

/** How an axis maps values to places. */
public enum Scale {
    /** Equal differences are equal distances. */
    LINEAR,
    /** Equal ratios are equal distances; takes positive values alone. */
    LOGARITHMIC
}
