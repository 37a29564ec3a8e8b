package org.tailoff.comparison;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.tailoff.figure.SeedCurves;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.SetScore;
import org.tailoff.spec.DataSpec.DataSet;

/**
 * The runs of an arm.
 *
 * @param arm the arm
 * @param judge the set whose accuracy and cost count
 * @param seeds of each seed the state before training and after every measured epoch; all of one length
 */
public record ArmResult(Arm arm, DataSet judge, List<List<EpochRecord>> seeds) {
    private static final double PERCENT = 100;

    /** Copies the lists. */
    public ArmResult {
        seeds = seeds.stream().map(List::copyOf).toList();
    }

    /** Accuracy in percent after the first epoch that was measured, one per seed. */
    double[] firstAccuracy() {
        return perSeed(run -> PERCENT * score(run.get(1)).accuracy());
    }

    /** Accuracy in percent at the end, one per seed. */
    double[] lastAccuracy() {
        return perSeed(run -> PERCENT * score(last(run)).accuracy());
    }

    /** Data cost at the end, one per seed. */
    double[] lastCost() {
        return perSeed(run -> score(last(run)).cost().data());
    }

    /** Accuracy in percent at the end, mean over the seeds. */
    double meanLastAccuracy() {
        return Arrays.stream(lastAccuracy()).average().orElseThrow();
    }

    /** The first measured epoch whose accuracy is at least a target, of those seeds that have one. */
    List<Integer> reachedAt(double percent) {
        return seeds.stream()
                .flatMap(run -> run.stream()
                        .filter(epoch -> PERCENT * score(epoch).accuracy() >= percent)
                        .map(EpochRecord::epoch)
                        .limit(1))
                .toList();
    }

    private static EpochRecord last(List<EpochRecord> run) {
        return run.get(run.size() - 1);
    }

    private double[] perSeed(ToDoubleFunction<List<EpochRecord>> quantity) {
        return seeds.stream().mapToDouble(quantity).toArray();
    }

    /** The score on the judging set. */
    SetScore score(EpochRecord epoch) {
        return epoch.score(judge.label());
    }

    /** A quantity over the measured epochs in which it is known: where they stand, and one series per seed. */
    SeedCurves course(Function<EpochRecord, OptionalDouble> quantity) {
        List<EpochRecord> first = seeds.get(0);
        int[] known = IntStream.range(0, first.size())
                .filter(i -> quantity.apply(first.get(i)).isPresent())
                .toArray();
        double[] epochs =
                Arrays.stream(known).mapToDouble(i -> first.get(i).epoch()).toArray();
        double[][] values = seeds.stream()
                .map(run -> Arrays.stream(known)
                        .mapToDouble(i -> quantity.apply(run.get(i)).orElseThrow())
                        .toArray())
                .toArray(double[][]::new);
        return new SeedCurves(epochs, values);
    }
}
