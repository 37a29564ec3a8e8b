package org.tailoff.verify;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tailoff.examine.Turn;
import org.tailoff.record.IterationColumn;

/**
 * What gradients do to the squared norm S of a layer's weights, step by step, against what decay takes. Squaring book
 * eq. 93, S' = (1-q)^2 S - 2 (1-q) eta &lt;g, W&gt; + eta^2 ||g||^2; where S no longer changes on average, lambda S/n =
 * -&lt;E g, W&gt; + (eta/2) E||g||^2 to first order in q.
 *
 * @param along -&lt;E g, W&gt;, over lambda S/n
 * @param across (eta/2) E||g||^2, over lambda S/n
 * @param squares E S, the squared norm before the step
 * @param gradientSquares E||g||^2
 * @param rotation root mean square of the angle between W before and after a step, in radians
 */
public record Balance(double along, double across, double squares, double gradientSquares, double rotation) {
    /** {@return both over what decay takes; 1 where the norm stays} */
    public double total() {
        return along + across;
    }

    /**
     * The balance from an iteration on.
     *
     * @param run a run under weight decay
     * @param layer the layer of weights, from 0
     * @param from index in a series of the first recorded iteration
     * @return the balance to the end of the run
     */
    public static Balance of(RunRecord run, int layer, int from) {
        Terms terms = new Terms(run, layer);
        return terms.between(from, terms.count());
    }

    /**
     * The balance of every epoch.
     *
     * @param run a run under weight decay
     * @param layer the layer of weights, from 0
     * @return one per epoch, the first being epoch 1
     */
    public static List<Balance> perEpoch(RunRecord run, int layer) {
        Terms terms = new Terms(run, layer);
        int rows = terms.count() / run.lastEpoch();
        return IntStream.range(0, run.lastEpoch())
                .mapToObj(epoch -> terms.between(epoch * rows, (epoch + 1) * rows))
                .toList();
    }

    /** What is recorded of a layer at every recorded iteration; norms are those before the step. */
    private record Terms(double[] norm, double[] update, double[] cosine, double[] gradient, double q, double eta) {
        Terms(RunRecord run, int layer) {
            this(
                    Arrays.stream(run.series(layer, IterationColumn.DECAY_STEP_NORM))
                            .map(step -> step / run.law().q())
                            .toArray(),
                    run.series(layer, IterationColumn.UPDATE_NORM),
                    run.series(layer, IterationColumn.COSINE_UPDATE_WEIGHTS),
                    run.series(layer, IterationColumn.GRADIENT_NORM),
                    run.law().q(),
                    run.spec().training().learningRate());
        }

        int count() {
            return norm.length;
        }

        Balance between(int from, int to) {
            double taken = 0;
            double along = 0;
            double squares = 0;
            double gradients = 0;
            double angles = 0;
            for (int i = from; i < to; i++) {
                double square = norm[i] * norm[i];
                squares += square;
                gradients += gradient[i] * gradient[i];
                taken += q / eta * square;
                // <update, -W> = q ||W||^2 + eta <g, W>
                along -= (cosine[i] * update[i] * norm[i] - q * square) / eta;
                double angle = Turn.angle(norm[i], update[i], cosine[i]);
                angles += angle * angle;
            }
            int count = to - from;
            return new Balance(
                    along / taken,
                    eta / 2 * gradients / taken,
                    squares / count,
                    gradients / count,
                    Math.sqrt(angles / count));
        }
    }
}
