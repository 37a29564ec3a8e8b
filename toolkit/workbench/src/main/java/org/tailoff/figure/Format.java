package org.tailoff.figure;

import java.util.Locale;

/** What a picture is written as. */
public enum Format {
    /** An image of pixels. */
    PNG,
    /** A drawing for pages. */
    SVG,
    /** A drawing for paper. */
    PDF;

    /** {@return how the name of a file of this format ends, such as {@code png}} */
    public String extension() {
        return name().toLowerCase(Locale.ROOT);
    }
}
