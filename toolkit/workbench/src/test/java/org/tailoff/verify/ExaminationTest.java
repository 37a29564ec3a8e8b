package org.tailoff.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.LabelledRows;
import org.tailoff.examine.DecayDominance;
import org.tailoff.examine.EpochDominance;
import org.tailoff.examine.NormBalance;
import org.tailoff.examine.RunExamination;
import org.tailoff.examine.Settlement;
import org.tailoff.examine.TensorExamination;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.run.FinishedRun;
import org.tailoff.run.LocalExecutor;
import org.tailoff.run.RunEnvironment;
import org.tailoff.run.RunScheduler;
import org.tailoff.spec.Activation;
import org.tailoff.spec.Cost;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.TrainingSpec;
import org.tailoff.store.RunStore;
import org.tailoff.store.StoredRun;

/** What {@code tailoff examine} tells from the records of a run, and what the claims tell knowing its spec. */
class ExaminationTest {
    private static final int ROWS = 200;
    private static final double ETA = 0.5;
    private static final int EPOCHS = 60;

    /**
     * The examination has the decay of a step from two recorded norms, each rounded to 1e-16 of itself; an epoch's rate
     * is a difference of norms of some thousandths of them.
     */
    private static final double ROUNDING = 1e-10;

    @TempDir
    private Path directory;

    private RunRecord train(long seed, double lambda, int every) throws InterruptedException {
        RunSpec spec = new RunSpec(
                new DenseNetwork(
                        List.of(2, 5, 2), Activation.SIGMOID, Activation.SIGMOID, Cost.CROSS_ENTROPY, "dl4j:XAVIER"),
                new TrainingSpec(ETA, 10, EPOCHS, new Regularisation.L2(lambda)),
                new DataSpec(ROWS, List.of(DataSpec.DataSet.TEST)),
                new SeedSpec.Streams(seed),
                ExecutionSpec.DEFAULT.recordingEvery(every));
        try (InitialiserRegistry initialisers = InitialiserRegistry.ofClassPath()) {
            RunEnvironment environment = new RunEnvironment(data(), initialisers, RunStore.at(directory));
            FinishedRun run = new RunScheduler(environment, new LocalExecutor(environment, 1))
                    .run(Map.of("run", spec))
                    .finished()
                    .get("run");
            return new RunRecord("run", spec, run.epochs(), run.stored());
        }
    }

    private RunExamination examined() {
        return RunExamination.of(StoredRun.open(
                directory.resolve(RunStore.at(directory).finished().get(0))));
    }

    private static ExampleSets data() {
        Random random = new Random(1);
        double[] values = random.doubles(2 * ROWS).toArray();
        int[] labels = IntStream.range(0, ROWS)
                .map(row -> values[2 * row] > values[2 * row + 1] ? 1 : 0)
                .toArray();
        LabelledRows rows = LabelledRows.of(List.of("above", "below"), 2, values, labels);
        return new ExampleSets(rows, rows, rows);
    }

    /** lambda = 2 settles in ln(100)/0.005 = 921 of 1200 steps, lambda = 0.5 does not. */
    @ParameterizedTest
    @CsvSource({"1, 2, 1", "2, 2, 1", "3, 5, 1", "1, 0.5, 1", "1, 2, 4"})
    void theyTellTheSame(long seed, double lambda, int every) throws InterruptedException {
        RunRecord record = train(seed, lambda, every);
        RunExamination examination = examined();
        Stationary end = Stationary.of(record);
        if (Double.isNaN(end.change())) {
            assertThat(examination.together().why())
                    .hasValueSatisfying(why -> assertThat(why).startsWith("too short a run"));
        } else {
            Settlement together = examination.together().known().orElseThrow();
            assertThat(together.end().change()).isCloseTo(end.change(), within(ROUNDING));
            assertThat(together.end().from()).isEqualTo(end.from());
            assertThat(together.rms()).isCloseTo(end.rms(), within(ROUNDING));
        }
        for (int layer = 0; layer < record.layers(); layer++) {
            compare(record, layer, examination.tensors().get(layer), end);
        }
    }

    private static void compare(RunRecord record, int layer, TensorExamination tensor, Stationary end) {
        assertThat(tensor.weights()).isEqualTo(record.weights(layer));
        DecayDominance dominance = tensor.dominance().known().orElseThrow();
        assertThat(dominance.firstEpochs()).isEqualTo((int) record.firstEpochs().count());
        assertThat(dominance.epochs()).hasSize(record.lastEpoch());
        for (EpochDominance epoch : dominance.epochs()) {
            int e = epoch.epoch();
            assertThat(epoch.displacement()).isEqualTo(record.dominance(layer, e));
            assertThat(epoch.rateError().orElseThrow()).isCloseTo(record.rateError(layer, e), within(ROUNDING));
            boolean measured =
                    record.tensor(layer, e - 1).motion().gradientNorm().isPresent();
            assertThat(Double.isNaN(epoch.force())).isNotEqualTo(measured);
            if (measured) {
                assertThat(epoch.force()).isCloseTo(record.force(layer, e - 1), close(record.force(layer, e - 1)));
            }
        }
        int from = tensor.settlement().known().isPresent() ? end.from() : record.iterations().length / 2;
        Balance balance = Balance.of(record, layer, from);
        NormBalance found = tensor.balance().known().orElseThrow();
        assertThat(found.from()).isEqualTo(from);
        assertThat(found.along()).isCloseTo(balance.along(), within(ROUNDING));
        assertThat(found.across()).isCloseTo(balance.across(), close(balance.across()));
        assertThat(found.rms() * found.rms() * record.weights(layer))
                .isCloseTo(balance.squares(), close(balance.squares()));
        assertThat(tensor.steps().turn()).isCloseTo(balance.rotation(), close(balance.rotation()));
    }

    private static Offset<Double> close(double value) {
        return within(ROUNDING * value);
    }
}
