package org.tailoff.svm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.LabelledImages;
import org.tailoff.data.Mnist;
import org.tailoff.svm.SvmSpec.Gamma;

class SvmSchedulerTest {
    private static final ExampleSets DATA = Mnist.embedded();
    private static final ExampleSets FEW = new ExampleSets(
            DATA.training().first(60), DATA.validation().first(40), DATA.test().first(1));

    @TempDir
    private Path directory;

    /** Remembers what it was told. */
    private static final class Witness implements SvmListener {
        private final List<String> told = Collections.synchronizedList(new ArrayList<>());
        private final AtomicLong kernelValues = new AtomicLong();

        @Override
        public void started(String machine) {
            told.add("started " + machine);
        }

        @Override
        public void advanced(long some) {
            kernelValues.addAndGet(some);
        }

        @Override
        public void finished(String machine) {
            told.add("finished " + machine);
        }
    }

    private final Witness witness = new Witness();

    private Map<String, FinishedSvm> run(SvmScheduler shop, Map<String, SvmSpec> machines) throws Exception {
        return run(new SvmOrder(shop, machines, witness), () -> false);
    }

    private static Map<String, FinishedSvm> run(SvmOrder order, BooleanSupplier stopping) throws Exception {
        ExecutorService pool = Executors.newSingleThreadExecutor();
        try {
            order.begin(pool, stopping);
            order.await();
            return order.finished();
        } finally {
            pool.shutdownNow();
        }
    }

    /** By hand: pixels 0, 128, 128, 255 over 256 have the mean 511/1024 and the mean square 97793/262144. */
    @Test
    void gammaIsOneOverThePixelsOrOneOverThePixelsTimesTheirVariance() {
        LabelledImages images =
                LabelledImages.of(1, 2, new byte[] {0, (byte) 128, (byte) 128, (byte) 255}, new byte[] {0, 1});
        assertThat(Gamma.AUTO.of(images)).isEqualTo(0.5);
        double variance = 97793.0 / 262144 - 511.0 / 1024 * (511.0 / 1024);
        assertThat(Gamma.SCALE.of(images)).isCloseTo(1 / (2 * variance), within(1e-12));
    }

    @Test
    void aMachineIsKeptInAFileAndNotTrainedAgain() throws Exception {
        Map<String, SvmSpec> machines = Map.of(
                "a", new SvmSpec(50, 1, Gamma.AUTO),
                "b", new SvmSpec(60, 1, Gamma.SCALE));
        SvmScheduler shop = new SvmScheduler(FEW, directory);
        assertThat(shop.missing(machines)).containsOnlyKeys("a", "b");
        Map<String, FinishedSvm> first = run(shop, machines);
        assertThat(first.values()).noneMatch(FinishedSvm::reused);
        assertThat(first.get("b").result().images()).isEqualTo(40);
        assertThat(shop.missing(machines)).isEmpty();
        assertThat(files()).isEqualTo(2);

        Map<String, FinishedSvm> again = run(shop, machines);
        assertThat(again.values()).allMatch(FinishedSvm::reused);
        assertThat(again.get("a").result()).isEqualTo(first.get("a").result());

        shop.forget(machines);
        assertThat(files()).isZero();
    }

    @Test
    void otherDataOrOtherSettingsAreAnotherMachine() throws Exception {
        run(new SvmScheduler(FEW, directory), Map.of("a", new SvmSpec(50, 1, Gamma.AUTO)));
        ExampleSets other = new ExampleSets(DATA.training().first(61), FEW.validation(), FEW.test());
        Map<String, SvmSpec> same = Map.of("a", new SvmSpec(50, 1, Gamma.AUTO));
        assertThat(new SvmScheduler(other, directory).missing(same)).isNotEmpty();
        assertThat(new SvmScheduler(FEW, directory).missing(Map.of("a", new SvmSpec(50, 2, Gamma.AUTO))))
                .isNotEmpty();
        assertThat(new SvmScheduler(FEW, directory).missing(same)).isEmpty();
    }

    @Test
    void theLargestIsFirstAndEveryMachineIsToldOfByName() throws Exception {
        SvmScheduler shop = new SvmScheduler(FEW, directory);
        Map<String, SvmSpec> machines = Map.of(
                "a", new SvmSpec(50, 1, Gamma.AUTO),
                "b", new SvmSpec(60, 1, Gamma.AUTO));
        run(shop, machines);
        assertThat(witness.told).containsExactly("started b", "finished b", "started a", "finished a");
        assertThat(witness.kernelValues).hasValue(shop.kernelValues(machines));
        run(shop, machines);
        assertThat(witness.told).as("those that are stored").hasSize(4);
    }

    @Test
    void workSharedByTwoTakesHalfTheTime() {
        SvmScheduler shop = new SvmScheduler(FEW, directory);
        Map<String, SvmSpec> machines = Map.of("a", new SvmSpec(50, 1, Gamma.AUTO));
        assertThat(shop.seconds(machines, 1)).isPositive();
        assertThat(shop.seconds(machines, 2)).isCloseTo(shop.seconds(machines, 1) / 2, within(1e-12));
        assertThat(shop.seconds(Map.of(), 1)).isZero();
    }

    @Test
    void aMachineThatIsStoppedLeavesNoFile() throws Exception {
        SvmOrder order =
                new SvmOrder(new SvmScheduler(FEW, directory), Map.of("a", new SvmSpec(60, 1, Gamma.AUTO)), witness);
        assertThatThrownBy(() -> run(order, () -> witness.kernelValues.get() > 0))
                .isInstanceOf(CancellationException.class);
        assertThat(witness.told).containsExactly("started a");
        assertThat(order.finished()).isEmpty();
        assertThat(files()).isZero();
    }

    @Test
    void aMachineThatFailsIsNamed() throws Exception {
        Path file = Files.createFile(directory.resolve("file"));
        SvmOrder order =
                new SvmOrder(new SvmScheduler(FEW, file), Map.of("a", new SvmSpec(50, 1, Gamma.AUTO)), witness);
        assertThatIllegalStateException()
                .isThrownBy(() -> run(order, () -> false))
                .withMessageStartingWith("support vector machine 'a' failed: ");
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
