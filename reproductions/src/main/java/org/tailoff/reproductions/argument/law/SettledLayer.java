package org.tailoff.reproductions.argument.law;

import java.util.List;
import org.tailoff.reproductions.argument.experiment.Layers;
import org.tailoff.reproductions.argument.experiment.SeededExperiment;
import org.tailoff.verify.Balance;
import org.tailoff.verify.ExperimentRuns;
import org.tailoff.verify.RunRecord;

/**
 * A layer's weights where the norm has settled: means over the stationary window of a run.
 *
 * @param run the run
 * @param layer the layer of weights, from 0
 * @param balance what keeps the norm there
 */
record SettledLayer(RunRecord run, int layer, Balance balance) {
    static SettledLayer of(ExperimentRuns records, RunRecord run, int layer) {
        return new SettledLayer(run, layer, records.ends().balance(run, layer));
    }

    /** One per run of an experiment that reached its end. */
    static List<SettledLayer> of(ExperimentRuns records, SeededExperiment experiment, int layer) {
        return records.of(experiment).stream()
                .map(run -> of(records, run, layer))
                .toList();
    }

    /** The hidden layer's S_1, [experiment][seed], of the seeds that reached the end in every experiment. */
    static double[][] squares(ExperimentRuns records, List<SeededExperiment> experiments) {
        return records.paired(
                experiments, run -> of(records, run, Layers.HIDDEN).squares());
    }

    /** S, the mean squared norm. */
    double squares() {
        return balance.squares();
    }

    /** Root mean square of the weights. */
    double rms() {
        return Math.sqrt(squares() / run.weights(layer));
    }

    /**
     * The size that the noise alone would keep: lambda S/n = (eta/2) E||g||^2, so sqrt(n eta E||g||^2/(2 lambda N)).
     */
    double noiseRms() {
        return rms() * Math.sqrt(balance.across());
    }

    /** RMS of the angle by which a step turns the layer, over sqrt(2q). */
    double relativeRotation() {
        return balance.rotation() / Math.sqrt(2 * run.law().q());
    }
}
