package org.tailoff.verify;

import org.tailoff.record.IterationColumn;
import org.tailoff.record.ValueRange;
import org.tailoff.spec.RunSpec;
import org.tailoff.verify.FakeRuns.Run;

/**
 * Everything about a run from its first epoch to its last, in the few numbers that the claims look at.
 *
 * @param course RMS of the weights
 * @param remains what is left of the weights on dead inputs
 * @param motion what moves the weights
 * @param saturated fractions of saturated neurons
 */
public record Life(Course course, Dead remains, Motion motion, Saturated saturated) implements FakeRuns.Behaviour {
    /** Weights under decay and nothing else: gradients and drift are there, and far smaller. */
    public static final Life DECAY = new Life(
            (spec, layer, epoch) -> Course.decay(spec, epoch),
            Dead::closed,
            new Motion(1e-3, 1e-3, 1),
            new Saturated(.7, .1));

    /** RMS of a layer's weights. */
    public interface Course {
        double rms(RunSpec spec, int layer, double epoch);

        /** What decay leaves of N(0,1) weights. */
        static double decay(RunSpec spec, double epoch) {
            return Math.exp(epoch * spec.iterationsPerEpoch() * Math.log1p(-spec.decay()));
        }
    }

    /** What is left of the weights on dead inputs, as a share of the initial ones. */
    public interface Dead {
        ValueRange ratio(RunSpec spec, int epoch);

        /** The power itself, right to the last bit or two. */
        static ValueRange closed(RunSpec spec, int epoch) {
            double weight = Math.pow(1 - spec.decay(), (double) epoch * spec.iterationsPerEpoch());
            return new ValueRange(weight, weight);
        }

        /** One multiplication after another, as a program does it. */
        static ValueRange exact(RunSpec spec, int epoch) {
            double weight = 1;
            for (int step = 0; step < epoch * spec.iterationsPerEpoch(); step++) {
                weight *= 1 - spec.decay();
            }
            return new ValueRange(weight, weight);
        }
    }

    /**
     * What moves the weights.
     *
     * @param drift R of an epoch over ||W||
     * @param gradient norm of the whole training set's gradient
     * @param balance what gradients add to the squared norm over what decay takes, in every iteration
     */
    public record Motion(double drift, double gradient, double balance) {}

    /** Fractions of saturated neurons. */
    public record Saturated(double first, double last) {}

    public Life along(Course other) {
        return new Life(other, remains, motion, saturated);
    }

    public Life with(Motion other) {
        return new Life(course, remains, other, saturated);
    }

    public Life with(Dead other) {
        return new Life(course, other, motion, saturated);
    }

    public Life with(Saturated other) {
        return new Life(course, remains, motion, other);
    }

    @Override
    public int epochs(Run run) {
        return run.spec().training().epochs();
    }

    @Override
    public double rms(Run run, int layer, int epoch) {
        return course.rms(run.spec(), layer, epoch);
    }

    @Override
    public double drift(Run run, int layer, int epoch) {
        return motion.drift * norm(run, layer, epoch - 1.0);
    }

    @Override
    public double gradient(Run run, int layer) {
        return motion.gradient;
    }

    @Override
    public double saturation(Run run, int epoch) {
        return epoch == 0 ? saturated.first : saturated.last;
    }

    @Override
    public ValueRange deadRange(Run run, int epoch) {
        return remains.ratio(run.spec(), epoch);
    }

    /** Gradients that stand at right angles to the weights. */
    @Override
    public void fill(Run run, int layer, long iteration, double[] row) {
        double norm = norm(run, layer, (iteration + 1.0) / run.spec().iterationsPerEpoch());
        double q = run.spec().decay();
        double eta = run.spec().training().learningRate();
        double gradient = norm * Math.sqrt(2 * q * motion.balance) / eta;
        double update = Math.hypot(q * norm, eta * gradient);
        row[IterationColumn.NORM.index()] = norm;
        row[IterationColumn.GRADIENT_NORM.index()] = gradient;
        row[IterationColumn.DECAY_STEP_NORM.index()] = q * norm;
        row[IterationColumn.UPDATE_NORM.index()] = update;
        row[IterationColumn.COSINE_UPDATE_WEIGHTS.index()] = q * norm / update;
    }

    private double norm(Run run, int layer, double epoch) {
        return course.rms(run.spec(), layer, epoch) * Math.sqrt(run.weights(layer));
    }
}
