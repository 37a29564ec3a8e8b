package org.tailoff.reproductions.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sessions of section 3.5, cut short, by the real command: what decay takes, as recorded, is what the specs say.
 */
class StrategyDecayTest {
    private static final Path FIGURE = Path.of("out/figures/broad_strategy/broad_strategy-decay.csv");

    @TempDir
    private Path directory;

    /** What stands in the figure for a session, in the panel of the shares. */
    private List<Double> shares(String session) throws IOException {
        String row = "\"broad_strategy-decay-share\",\"" + session + "\",";
        List<Double> shares = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve(FIGURE))) {
            if (line.startsWith(row)) {
                shares.add(Double.valueOf(line.substring(row.length()).split(",", -1)[1]));
            }
        }
        return shares;
    }

    @Test
    void theRecordedShareOfTheWeightsThatDecayTakesIsEtaLambdaOverN() throws Exception {
        ChildProcess.Ended ended =
                SameProcess.tailoff(directory, "reproduce", "broad_strategy", "--quick", "--out", "out");
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(shares("eta = 10, lambda = 1000, all images"))
                .isNotEmpty()
                .allSatisfy(share -> assertThat(share).isCloseTo(10 * 1000 / 50_000.0, within(1e-12)));
        for (int eta : new int[] {1, 10, 100}) {
            assertThat(shares("eta = " + eta + ", lambda = 20"))
                    .isNotEmpty()
                    .allSatisfy(share -> assertThat(share).isCloseTo(eta * 20 / 1000.0, within(1e-11)));
        }
    }
}
