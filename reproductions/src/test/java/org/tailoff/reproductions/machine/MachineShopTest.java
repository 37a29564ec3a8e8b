package org.tailoff.reproductions.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.LabelledImages;
import org.tailoff.data.Mnist;
import org.tailoff.reproductions.machine.MachineSpec.Gamma;

class MachineShopTest {
    private static final ExampleSets DATA = Mnist.embedded();
    private static final ExampleSets FEW = new ExampleSets(
            DATA.training().first(60), DATA.validation().first(40), DATA.test().first(1));

    @TempDir
    private Path directory;

    /**
     * Oracle: for AUTO the book's more_data_svm.json; for SCALE scikit-learn's SVC at its present defaults, on the same pixels.
     */
    @ParameterizedTest
    @CsvSource({"100, AUTO, 2507", "200, AUTO, 4893", "100, SCALE, 6677", "200, SCALE, 7760"})
    void countsAreThoseOfScikitLearn(int size, Gamma gamma, int correct) {
        VectorMachine machine = new VectorMachine(
                new MachineSpec(size, 1, gamma), DATA.training().first(size));
        assertThat(machine.correct(DATA.validation())).isEqualTo(correct);
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
        Map<String, MachineSpec> machines = Map.of(
                "a", new MachineSpec(50, 1, Gamma.AUTO),
                "b", new MachineSpec(60, 1, Gamma.SCALE));
        MachineShop shop = new MachineShop(FEW, directory);
        assertThat(shop.missing(machines)).containsOnlyKeys("a", "b");
        Map<String, FinishedMachine> first = shop.run(machines, 2);
        assertThat(first.values()).noneMatch(FinishedMachine::reused);
        assertThat(first.get("b").result().images()).isEqualTo(40);
        assertThat(shop.missing(machines)).isEmpty();
        assertThat(files()).isEqualTo(2);

        Map<String, FinishedMachine> again = shop.run(machines, 1);
        assertThat(again.values()).allMatch(FinishedMachine::reused);
        assertThat(again.get("a").result()).isEqualTo(first.get("a").result());

        shop.forget(machines);
        assertThat(files()).isZero();
    }

    @Test
    void otherDataOrOtherSettingsAreAnotherMachine() throws Exception {
        new MachineShop(FEW, directory).run(Map.of("a", new MachineSpec(50, 1, Gamma.AUTO)), 1);
        ExampleSets other = new ExampleSets(DATA.training().first(61), FEW.validation(), FEW.test());
        Map<String, MachineSpec> same = Map.of("a", new MachineSpec(50, 1, Gamma.AUTO));
        assertThat(new MachineShop(other, directory).missing(same)).isNotEmpty();
        assertThat(new MachineShop(FEW, directory).missing(Map.of("a", new MachineSpec(50, 2, Gamma.AUTO))))
                .isNotEmpty();
        assertThat(new MachineShop(FEW, directory).missing(same)).isEmpty();
    }

    private long files() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.count();
        }
    }

    @Test
    void impossibleSettingsAreNamed() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MachineSpec(0, 1, Gamma.AUTO))
                .withMessage("trainingImages must be at least 1, was 0");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new MachineSpec(1, Double.NaN, Gamma.AUTO))
                .withMessage("cost must be a finite number > 0, was NaN");
    }
}
