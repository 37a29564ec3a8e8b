package org.tailoff.comparison;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.SetScore;
import org.tailoff.spec.Activation;
import org.tailoff.spec.Cost;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.TrainingSpec;

/** Made-up results of a comparison: of each seed how many of 1,000 images are right, epoch by epoch. */
final class MadeUp {
    static final int IMAGES = 1000;

    private MadeUp() {}

    /** What is compared, with weight decay, judged on the validation images. */
    static RunSpec spec() {
        return spec(new Regularisation.L2(5), DataSet.VALIDATION);
    }

    static RunSpec spec(Regularisation regularisation, DataSet... evaluated) {
        return new RunSpec(
                new DenseNetwork(
                        List.of(784, 30, 10),
                        Activation.SIGMOID,
                        Activation.SIGMOID,
                        Cost.CROSS_ENTROPY,
                        "scaled-gaussian"),
                new TrainingSpec(0.1, 10, 30, regularisation),
                new DataSpec(50_000, List.of(evaluated)),
                new SeedSpec.Streams(1),
                ExecutionSpec.DEFAULT);
    }

    /** An arm with right images right before training and after each epoch; the cost of epoch e is 1 / (1 + e). */
    static ArmResult arm(String initialiser, boolean decay, int[]... seeds) {
        List<List<EpochRecord>> runs = new ArrayList<>();
        for (int[] correct : seeds) {
            runs.add(IntStream.range(0, correct.length)
                    .mapToObj(epoch -> epoch(epoch, correct[epoch]))
                    .toList());
        }
        return new ArmResult(new Arm(initialiser, decay), DataSet.VALIDATION, runs);
    }

    /** An arm of one epoch, which has these right images at its end, one per seed. */
    static ArmResult ended(String initialiser, boolean decay, int... correct) {
        return arm(
                initialiser,
                decay,
                IntStream.of(correct).mapToObj(each -> new int[] {100, each}).toArray(int[][]::new));
    }

    static EpochRecord epoch(int epoch, int correct) {
        SetScore score = new SetScore("validation", IMAGES, correct, new SetScore.Cost(1.0 / (1 + epoch), 2));
        return new EpochRecord(epoch, List.of(score), List.of(), List.of());
    }

    /** Each with the best of the others, half a point being the margin. */
    static Question question(double target) {
        return new Question("", Question.MARGIN, target);
    }

    /** All arms finished; initialisers in the order in which they first come. */
    static ComparisonRuns results(ArmResult... outcomes) {
        Map<Arm, ArmResult> finished = new LinkedHashMap<>();
        Set<String> names = new LinkedHashSet<>();
        for (ArmResult outcome : outcomes) {
            finished.put(outcome.arm(), outcome);
            names.add(outcome.arm().initialiser());
        }
        int seeds = outcomes[0].seeds().size();
        return new ComparisonRuns(new InitialiserComparison(spec(), List.copyOf(names), seeds), finished, Map.of());
    }
}
