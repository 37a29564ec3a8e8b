package org.tailoff.figure;

/**
 * The colours of the book's figures and two that colour-blind readers can tell from them, each with a dark shade for
 * what is drawn over a line of that colour. Source: the book's {@code fig/*.py}; Okabe and Ito, "Color Universal
 * Design" (2008), for green and purple.
 */
public enum Colour {
    /** The book's blue, {@code #2A6EA6}. */
    BLUE(0x2A6EA6, 0x06182A),
    /** The book's orange, {@code #FFA933}. */
    ORANGE(0xFFA933, 0x5A2E00),
    /** The book's yellow, {@code #FFCD33}. */
    YELLOW(0xFFCD33, 0x4D3C00),
    /** The book's red orange, {@code #FF7033}. */
    VERMILION(0xFF7033, 0x4A1400),
    /** Okabe and Ito's bluish green, {@code #009E73}. */
    GREEN(0x009E73, 0x00281D),
    /** Okabe and Ito's reddish purple, {@code #CC79A7}. */
    PURPLE(0xCC79A7, 0x451B32),
    /** A grey for what is not the subject, {@code #808080}. */
    GREY(0x808080, 0x202020);

    private final int rgb;
    private final int shade;

    Colour(int rgb, int shade) {
        this.rgb = rgb;
        this.shade = shade;
    }

    /**
     * The colour itself.
     *
     * @return {@code 0xRRGGBB}
     */
    public int rgb() {
        return rgb;
    }

    /**
     * The dark shade that stays readable over a line of the colour itself.
     *
     * @return {@code 0xRRGGBB}
     */
    public int shade() {
        return shade;
    }
}
