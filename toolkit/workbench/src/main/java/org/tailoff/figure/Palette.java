package org.tailoff.figure;

/**
 * Colours in an order that colour-blind readers see, too. Between the given ones colours are mixed in equal steps of
 * red, green and blue.
 */
public enum Palette {
    /**
     * From dark violet to light yellow: viridis, by van der Walt and Smith for matplotlib (CC0), at ten equal
     * distances.
     */
    SEQUENTIAL("440154 482878 3E4A89 31688E 26828E 1F9E89 35B779 6DCD59 B4DE2C FDE725"),
    /**
     * From dark violet over almost white in the middle to dark orange: PuOr in eleven classes, by Brewer
     * (colorbrewer2.org), reversed.
     */
    DIVERGING("2D004B 542788 8073AC B2ABD2 D8DAEB F7F7F7 FEE0B6 FDB863 E08214 B35806 7F3B08");

    private static final int DIGITS = 6;

    private final String stops;

    Palette(String stops) {
        this.stops = stops;
    }

    /**
     * The colour at a place in the palette.
     *
     * @param share 0 at its lower end, 1 at its upper one; what lies beyond has the colour of the end
     * @return {@code 0xRRGGBB}
     */
    public int at(double share) {
        int count = (stops.length() + 1) / (DIGITS + 1);
        double place = Math.max(0, Math.min(1, share)) * (count - 1);
        int left = Math.min((int) place, count - 2);
        return mixed(left, 16, place) | mixed(left, 8, place) | mixed(left, 0, place);
    }

    private int mixed(int left, int shift, double place) {
        int from = stop(left) >> shift & 0xFF;
        int to = stop(left + 1) >> shift & 0xFF;
        return (int) Math.round(from + (to - from) * (place - left)) << shift;
    }

    private int stop(int index) {
        int start = index * (DIGITS + 1);
        return Integer.parseInt(stops, start, start + DIGITS, 16);
    }
}
