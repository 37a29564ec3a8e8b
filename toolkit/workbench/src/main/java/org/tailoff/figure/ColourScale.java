package org.tailoff.figure;

/**
 * Which colour a value of a heat map has.
 *
 * @param axis the values from one end of the palette to the other, and what is shown along the colour bar; an automatic
 *     range is that of the values, and around 0 (or 1 on a logarithmic scale) symmetric if the palette is diverging
 * @param palette the colours
 * @param missing what a cell without value means, such as {@code diverged}; shown beside the hatching that stands for
 *     it
 */
public record ColourScale(Axis axis, Palette palette, String missing) {
    /**
     * Checks the words.
     *
     * @param axis not null; values outside of a fixed range have the colour of its nearer end
     * @param palette not null
     * @param missing not blank
     * @throws IllegalArgumentException if {@code missing} is blank
     */
    public ColourScale {
        Require.named(missing, "meaning of cells without value");
    }
}
