package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tailoff.random.BookStreams;
import org.tailoff.random.Shuffle;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.TensorEpoch;
import org.tailoff.record.TrainedNetwork;
import org.tailoff.spec.Activation;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.ExecutionSpec.Engine;
import org.tailoff.spec.ExecutionSpec.Precision;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.TrainingSpec;

/** A run broken off after any epoch goes on to the same bits. */
class ResumeTest {
    private static final int EPOCHS = 4;
    private static final RandomRun RUN = new RandomRun(
            new RandomRun.Draw(11, Activation.SIGMOID, RandomRun.Output.SIGMOID_CROSS_ENTROPY, RandomRun.Decay.L2, 5));

    static Stream<Arguments> ways() {
        List<Arguments> ways = new ArrayList<>();
        for (Engine engine : Engine.values()) {
            for (Precision precision : Precision.values()) {
                // Every third of 20 iterations: the recorded ones fall differently in each epoch of 5.
                ExecutionSpec execution = new ExecutionSpec(engine, precision, precision == Precision.DOUBLE ? 1 : 3);
                ways.add(Arguments.of(execution, new SeedSpec.Book(12345678, 1, 2, 0)));
                ways.add(Arguments.of(execution, new SeedSpec.Streams(42)));
            }
        }
        return ways.stream();
    }

    private static RunSpec spec(ExecutionSpec execution, SeedSpec seeds) {
        RunSpec spec = RUN.spec();
        TrainingSpec training = spec.training();
        TrainingSpec rescaled = new TrainingSpec(
                training.learningRate(),
                training.miniBatch(),
                EPOCHS,
                training.regularisation(),
                new TrainingSpec.LayerRescaling(2, 1, 1.5));
        return new RunSpec(spec.network(), rescaled, spec.data(), seeds, execution);
    }

    /** What a run gave from some epoch on. */
    private record Result(Witness witness, List<TrainingState> states, TrainedNetwork network) {}

    private static Result train(RunSpec spec, Optional<TrainingState> from) {
        Trainer trainer = new Trainer(spec, RUN.data(), RandomRun.UNIFORM);
        Witness witness = new Witness();
        List<TrainingState> states = new ArrayList<>();
        trainer.train(witness, from, states::add);
        return new Result(witness, states, trainer.kept().orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("ways")
    void afterAnyEpochItGoesOnToTheSameBits(ExecutionSpec execution, SeedSpec seeds) {
        RunSpec spec = spec(execution, seeds);
        Result whole = train(spec, Optional.empty());
        for (int done = 1; done < EPOCHS; done++) {
            Result rest = train(spec, Optional.of(whole.states().get(done - 1)));
            int epochs = done;
            assertThat(rest.witness().epochs).isEqualTo(whole.witness().epochs.subList(epochs + 1, EPOCHS + 1));
            List<Long> iterations = rest.witness().iterations();
            int skipped = whole.witness().iterations().size() - iterations.size();
            assertThat(iterations)
                    .isNotEmpty()
                    .isEqualTo(whole.witness().iterations().subList(skipped, skipped + iterations.size()));
            for (int row = 0; row < iterations.size(); row++) {
                assertThat(rest.witness().rows().get(row))
                        .containsExactly(whole.witness().rows().get(skipped + row));
            }
            assertThat(rest.states().get(EPOCHS - done - 1).parameters())
                    .isEqualTo(whole.states().get(EPOCHS - 1).parameters());
            assertThat(rest.network().dl4j()).isEqualTo(whole.network().dl4j());
            assertThat(rest.network().numpy()).isEqualTo(whole.network().numpy());
        }
    }

    /** Every second of five epochs: the last one is measured too. */
    @Test
    void aRunThatIsMeasuredRarelyGoesOnToTheSameBitsFromEachStateItKeeps() {
        ExecutionSpec rarely = new ExecutionSpec(Engine.FUSED, Precision.DOUBLE, 3, 6);
        RunSpec spec = spec(rarely, new SeedSpec.Book(12345678, 1, 2, 0, 77L)).withEpochs(5);
        Result whole = train(spec, Optional.empty());
        assertThat(whole.states()).extracting(TrainingState::epochsDone).containsExactly(2, 4, 5);
        assertThat(whole.witness().epochs).extracting(EpochRecord::epoch).containsExactly(0, 2, 4, 5);

        Result rest = train(spec, Optional.of(whole.states().get(0)));
        assertThat(rest.witness().epochs).isEqualTo(whole.witness().epochs.subList(2, 4));
        assertThat(rest.states().get(1).parameters())
                .isEqualTo(whole.states().get(2).parameters());
    }

    /**
     * D and R of two epochs at once are those of W(e) and W(e-2): what a run measured in every epoch shows is the same
     * weights.
     */
    @Test
    void measuringRarelyChangesNoWeightAndSpansTheEpochsBetween() {
        SeedSpec seeds = new SeedSpec.Streams(42);
        Result often = train(spec(new ExecutionSpec(Engine.FUSED, Precision.DOUBLE, 1), seeds), Optional.empty());
        Result rarely = train(spec(new ExecutionSpec(Engine.FUSED, Precision.DOUBLE, 1, 6), seeds), Optional.empty());
        assertThat(rarely.states().get(1).parameters())
                .isEqualTo(often.states().get(3).parameters());
        TensorEpoch second = rarely.witness().epochs.get(1).tensors().get(0);
        double f = Math.pow(1 - RUN.spec().decay(), 10);
        double before =
                often.witness().epochs.get(0).tensors().get(0).statistics().norm();
        assertThat(second.displacement().orElseThrow().decay()).isCloseTo((1 - f) * before, within(1e-12 * before));
    }

    @Test
    void numbersDrawnForOtherListsAreTheOnesSkipped() {
        RandomGenerator python = new BookStreams(12345678).shuffling();
        Shuffle.inPlace(Shuffle.identity(30), python);
        int[] order = Shuffle.identity(RUN.spec().data().trainingImages());
        Shuffle.inPlace(order, python);
        RunSpec spec = spec(ExecutionSpec.DEFAULT, new SeedSpec.Book(12345678, 0, 0, 0, 29L));
        assertThat(new Trainer(spec, RUN.data(), RandomRun.UNIFORM).nextOrder()).containsExactly(order);
    }

    @Test
    void aStateOfAnotherOrderIsRefused() {
        RunSpec spec = spec(ExecutionSpec.DEFAULT, new SeedSpec.Streams(42));
        TrainingState state = train(spec, Optional.empty()).states().get(0);
        RunSpec other = spec(ExecutionSpec.DEFAULT, new SeedSpec.Streams(43));
        assertThatThrownBy(() -> train(other, Optional.of(state)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("after 1 epochs the order of the examples must have SHA-256 ");
    }
}
