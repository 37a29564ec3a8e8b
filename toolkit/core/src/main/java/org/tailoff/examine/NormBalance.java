package org.tailoff.examine;

/**
 * What gradients do to the squared norm S of a tensor W, step by step, against what decay takes. A step is u = -q W +
 * s, with s what the updater made of the gradients; squared, S' = (1-q)^2 S + 2 (1-q) &lt;W, s&gt; + ||s||^2. Where S
 * no longer changes on average, q S = &lt;W, s&gt; + ||s||^2/2 to first order in q. Under plain gradient descent, s =
 * -eta g, these are the two terms of claim C3f.
 *
 * @param along what steps along the weights add, the mean of &lt;W, s&gt;, over q S
 * @param across what steps across them add, the mean of ||s||^2/2, over q S
 * @param rms root mean square of the weights over the window, sqrt(E S/N)
 * @param from index in the series of the window's first recorded iteration
 */
public record NormBalance(double along, double across, double rms, int from) {
    /** As many steps as a mean is taken of, at least; of fewer, chance would be a fifth of it. */
    static final int FEWEST = 30;

    static Reading<NormBalance> of(TensorSeries series, Decay decay, int from) {
        int rows = series.rows() - from;
        if (rows < FEWEST) {
            return Reading.unknown(
                    "recorded too rarely: " + rows + " steps of the last half of the run, needed are " + FEWEST);
        }
        return decay.asLaw().then(law -> Reading.of(of(series, decay, law.q(), from)));
    }

    private static NormBalance of(TensorSeries series, Decay decay, double constant, int from) {
        double taken = 0;
        double along = 0;
        double across = 0;
        double squares = 0;
        for (int row = from; row < series.rows(); row++) {
            double norm = series.before()[row];
            double q = decay instanceof Decay.Constant ? constant : norm > 0 ? series.share(row) : 0;
            squares += norm * norm;
            taken += q * norm * norm;
            along += series.along(row, q);
            across += series.gradientStep()[row] * series.gradientStep()[row] / 2;
        }
        double mean = squares / (series.rows() - from);
        return new NormBalance(along / taken, across / taken, Math.sqrt(mean / series.elements()), from);
    }

    /** {@return both over what decay takes; 1 where the norm stays} */
    public double total() {
        return along + across;
    }

    /**
     * The size at which decay would take just what the gradients add: sqrt(total) times {@link #rms()}. In a settled
     * tensor it is the size itself; in one that still moves it is where to, if the gradients stay what they are.
     *
     * @return root mean square of the weights; NaN where the gradients take from the norm too, so that nothing stops it
     */
    public double predictedRms() {
        return rms * Math.sqrt(total());
    }

    /** {@return the size that steps across the weights would hold alone, sqrt(||s||^2/(2 q N))} */
    public double acrossRms() {
        return rms * Math.sqrt(across);
    }

    /** {@return whether steps across the weights are the larger part of what holds the norm} */
    public boolean isAcross() {
        return across > along;
    }
}
