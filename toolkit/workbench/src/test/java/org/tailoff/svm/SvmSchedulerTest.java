package org.tailoff.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.LabelledImages;
import org.tailoff.data.Mnist;
import org.tailoff.run.RunExecutor;
import org.tailoff.run.RunFailedException;
import org.tailoff.run.RunListener;
import org.tailoff.run.RunOutcome;
import org.tailoff.run.RunTask;
import org.tailoff.run.StoppedException;
import org.tailoff.svm.SvmSpec.Gamma;

class SvmSchedulerTest {
    private static final ExampleSets DATA = Mnist.embedded();
    private static final ExampleSets FEW = new ExampleSets(
            DATA.training().first(60), DATA.validation().first(40), DATA.test().first(1));

    @TempDir
    private Path directory;

    /** Remembers of what it was notified. */
    private static final class Notes implements SvmListener {
        private final List<String> notified = Collections.synchronizedList(new ArrayList<>());
        private final AtomicLong kernelValues = new AtomicLong();

        @Override
        public void started(String svm) {
            notified.add("started " + svm);
        }

        @Override
        public void advanced(long some) {
            kernelValues.addAndGet(some);
        }

        @Override
        public void finished(String svm) {
            notified.add("finished " + svm);
        }
    }

    private final Notes notes = new Notes();

    private Map<String, FinishedSvm> run(SvmTrainer trainer, Map<String, SvmSpec> svms) throws Exception {
        return run(new SvmScheduler(trainer, svms, notes), () -> false);
    }

    private static Map<String, FinishedSvm> run(SvmScheduler svms, BooleanSupplier stopping) throws Exception {
        svms.begin(new OneByOne(stopping));
        svms.await();
        return svms.finished();
    }

    /** Carries work out in the thread that hands it over. */
    private record OneByOne(BooleanSupplier stopping) implements RunExecutor {
        @Override
        public CompletableFuture<RunOutcome> submit(RunTask task, RunListener listener) {
            throw new UnsupportedOperationException("no runs here");
        }

        @Override
        public <T> CompletableFuture<T> submit(Callable<T> work) {
            try {
                return CompletableFuture.completedFuture(work.call());
            } catch (Exception e) {
                return CompletableFuture.failedFuture(e);
            }
        }

        @Override
        public boolean isStopping() {
            return stopping.getAsBoolean();
        }

        @Override
        public boolean stop() {
            return false;
        }
    }

    /** By hand: pixels 0, 128, 128, 255 over 256 have the mean 511/1024 and the mean square 97793/262144. */
    @Test
    void gammaIsOneOverThePixelsOrOneOverThePixelsTimesTheirVariance() {
        LabelledImages examples =
                LabelledImages.of(1, 2, new byte[] {0, (byte) 128, (byte) 128, (byte) 255}, new byte[] {0, 1});
        assertThat(Gamma.AUTO.of(examples)).isEqualTo(0.5);
        double variance = 97793.0 / 262144 - 511.0 / 1024 * (511.0 / 1024);
        assertThat(Gamma.SCALE.of(examples)).isCloseTo(1 / (2 * variance), within(1e-12));
    }

    @Test
    void anSvmIsKeptInAFileAndNotTrainedAgain() throws Exception {
        Map<String, SvmSpec> svms = Map.of(
                "a", new SvmSpec(50, 1, Gamma.AUTO),
                "b", new SvmSpec(60, 1, Gamma.SCALE));
        SvmTrainer trainer = new SvmTrainer(FEW, directory);
        assertThat(trainer.missing(svms)).containsOnlyKeys("a", "b");
        Map<String, FinishedSvm> first = run(trainer, svms);
        assertThat(first.values()).noneMatch(FinishedSvm::reused);
        assertThat(first.get("b").result().images()).isEqualTo(40);
        assertThat(trainer.missing(svms)).isEmpty();
        assertThat(files()).isEqualTo(2);

        Map<String, FinishedSvm> again = run(trainer, svms);
        assertThat(again.values()).allMatch(FinishedSvm::reused);
        assertThat(again.get("a").result()).isEqualTo(first.get("a").result());

        trainer.forget(svms);
        assertThat(files()).isZero();
    }

    @Test
    void otherDataOrOtherSettingsAreAnotherOne() throws Exception {
        run(new SvmTrainer(FEW, directory), Map.of("a", new SvmSpec(50, 1, Gamma.AUTO)));
        ExampleSets other = new ExampleSets(DATA.training().first(61), FEW.validation(), FEW.test());
        Map<String, SvmSpec> same = Map.of("a", new SvmSpec(50, 1, Gamma.AUTO));
        assertThat(new SvmTrainer(other, directory).missing(same)).isNotEmpty();
        assertThat(new SvmTrainer(FEW, directory).missing(Map.of("a", new SvmSpec(50, 2, Gamma.AUTO))))
                .isNotEmpty();
        assertThat(new SvmTrainer(FEW, directory).missing(same)).isEmpty();
    }

    @Test
    void theLargestIsFirstAndEveryOneIsNamed() throws Exception {
        SvmTrainer trainer = new SvmTrainer(FEW, directory);
        Map<String, SvmSpec> svms = Map.of(
                "a", new SvmSpec(50, 1, Gamma.AUTO),
                "b", new SvmSpec(60, 1, Gamma.AUTO));
        run(trainer, svms);
        assertThat(notes.notified).containsExactly("started b", "finished b", "started a", "finished a");
        assertThat(notes.kernelValues).hasValue(trainer.kernelValues(svms));
        run(trainer, svms);
        assertThat(notes.notified).as("those that are stored").hasSize(4);
    }

    @Test
    void workSharedByTwoTakesHalfTheTime() {
        SvmTrainer trainer = new SvmTrainer(FEW, directory);
        Map<String, SvmSpec> svms = Map.of("a", new SvmSpec(50, 1, Gamma.AUTO));
        assertThat(trainer.seconds(svms, 1)).isPositive();
        assertThat(trainer.seconds(svms, 2)).isCloseTo(trainer.seconds(svms, 1) / 2, within(1e-12));
        assertThat(trainer.seconds(Map.of(), 1)).isZero();
    }

    @Test
    void anSvmThatIsStoppedLeavesNoFile() throws Exception {
        SvmScheduler svms =
                new SvmScheduler(new SvmTrainer(FEW, directory), Map.of("a", new SvmSpec(60, 1, Gamma.AUTO)), notes);
        assertThatThrownBy(() -> run(svms, () -> notes.kernelValues.get() > 0)).isInstanceOf(StoppedException.class);
        assertThat(notes.notified).containsExactly("started a");
        assertThat(svms.finished()).isEmpty();
        assertThat(files()).isZero();
    }

    @Test
    void anSvmThatFailsIsNamed() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        SvmScheduler svms =
                new SvmScheduler(new SvmTrainer(FEW, file), Map.of("a", new SvmSpec(50, 1, Gamma.AUTO)), notes);
        assertThatThrownBy(() -> run(svms, () -> false))
                .isInstanceOf(RunFailedException.class)
                .hasMessageStartingWith("support vector machine 'a' failed: ");
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        }
    }

    @Test
    void impossibleSettingsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SvmSpec(0, 1, Gamma.AUTO))
                .withMessage("trainingImages must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new SvmSpec(1, Double.NaN, Gamma.AUTO))
                .withMessage("cost must be a finite number > 0, was NaN");
    }
}
