package org.tailoff.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.ValueRange;

class StoredRunTest {
    private static final SampleRun SAMPLE = new SampleRun(3, 600);

    @TempDir
    Path temp;

    /** A name with everything that SQL or a glob could misread. */
    private Path runs;

    private StoredRun run;

    @BeforeEach
    void record() {
        runs = temp.resolve("it's [a] run* dir;\u00e9");
        run = SAMPLE.runToEnd(RunStore.at(runs).open(SampleRun.SETUP));
    }

    private Path file(String name) {
        return run.directory().resolve(name);
    }

    private static String columns(ResultSet row) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            names.add(row.getMetaData().getColumnName(i));
        }
        return String.join(" ", names);
    }

    @Nested
    class AFinishedRun {
        @Test
        void holdsTheFilesOfTheContractAlone() {
            assertThat(run.directory().toFile().list())
                    .containsExactlyInAnyOrder(
                            "spec.yaml", "epochs.parquet", "iterations.parquet", "provenance.json", "manifest.json");
        }

        @Test
        void givesBackSpecAndProvenance() {
            assertThat(run.id()).isEqualTo(SampleRun.ID);
            assertThat(run.spec()).isEqualTo("name: sample\n");
            assertThat(run.provenance()).isEqualTo(SampleRun.PROVENANCE);
        }

        @Test
        void namesItsFilesWithTheirDigests() throws IOException {
            assertThat(run.files().keySet())
                    .containsExactly("epochs.parquet", "iterations.parquet", "provenance.json", "spec.yaml");
            assertThat(run.files())
                    .containsEntry("spec.yaml", DigestUtils.sha256Hex(Files.readAllBytes(file("spec.yaml"))));
        }

        @Test
        void givesBackEveryEpochAsItWas() {
            assertThat(run.epochs())
                    .containsExactlyElementsOf(IntStream.rangeClosed(0, 3)
                            .mapToObj(SampleRun::epochRecord)
                            .toList());
        }

        /** Oracle: the contract, as docs/recording.md has it. */
        @Test
        void hasTheColumnsOfTheContractInTheirOrder() {
            assertThat(new ParquetReader(file("epochs.parquet"))
                            .read("* EXCLUDE (file_row_number)", "LIMIT 1", StoredRunTest::columns))
                    .containsExactly("epoch kind name images correct accuracy cost regularised_cost"
                            + " mean stddev rms norm min max displacement drift decay_further"
                            + " drift_ratio_median live_decay_further live_drift_ratio_median decayed_by_input"
                            + " gradient_norm gradient_dot_weights dead_rms live_rms live_median"
                            + " dead_ratio_min dead_ratio_max quantile_probabilities quantiles histogram_edges"
                            + " histogram_counts saturation mean_sigma_prime dead rms_z"
                            + " rms_z_independent rms_z_delta_weighted");
        }

        /** Columns that came later are absent, as everything is that was not recorded. */
        @Test
        void givesBackEpochsOfAVersionThatRecordedLess() throws SQLException {
            Path older = temp.resolve("older.parquet");
            try (DuckDBConnection connection = DuckDb.connect()) {
                DuckDb.execute(
                        connection,
                        "COPY (SELECT * EXCLUDE (file_row_number, dead) FROM %s) TO %s (FORMAT parquet)"
                                .formatted(DuckDb.parquet(file("epochs.parquet")), DuckDb.literal(older)));
            }
            List<EpochRecord> epochs = EpochReader.read(new ParquetReader(older));
            assertThat(epochs).hasSize(4);
            assertThat(epochs.get(1).layer("1").dead()).isEmpty();
            assertThat(epochs.get(1).layer("1").saturation()).isEqualTo(.25);
            assertThat(epochs.get(1).tensors())
                    .isEqualTo(SampleRun.epochRecord(1).tensors());
        }

        @Test
        void givesBackEveryIterationOnce() {
            assertThat(run.iterationNumbers())
                    .containsExactly(LongStream.range(0, 1800).toArray());
            assertThat(run.tensors()).isEqualTo(SampleRun.TENSORS);
        }

        @Test
        void givesBackTheSeriesOfATensor() {
            double[] series = run.series("2_W", IterationColumn.NORM);
            assertThat(series).hasSize(1800);
            assertThat(series[1234]).isEqualTo(SAMPLE.block(3, 34, 1).value(0, 2, IterationColumn.NORM));
        }

        /** Oracle: the whole series, searched stretch by stretch. */
        @Test
        void summarisesSeriesSoThatEveryPeakStays() {
            List<IterationRanges> ranges = run.ranges(List.of(IterationColumn.NORM, IterationColumn.MINIBATCH_COST), 7);
            assertThat(ranges).extracting(IterationRanges::tensor).isEqualTo(SampleRun.TENSORS);
            for (IterationRanges tensor : ranges) {
                assertThat(tensor.first()).hasSize(7).startsWith(0L);
                assertThat(tensor.last()).endsWith(1799L);
                double[] series = run.series(tensor.tensor(), IterationColumn.NORM);
                for (int stretch = 0; stretch < 7; stretch++) {
                    int from = tensor.first().get(stretch).intValue();
                    int to = tensor.last().get(stretch).intValue();
                    assertThat(stretch == 6 ? 1800L : tensor.first().get(stretch + 1))
                            .isEqualTo(to + 1);
                    DoubleSummaryStatistics searched =
                            Arrays.stream(series, from, to + 1).summaryStatistics();
                    assertThat(tensor.ranges().get(IterationColumn.NORM).get(stretch))
                            .isEqualTo(new ValueRange(searched.getMin(), searched.getMax()));
                }
            }
        }

        @Test
        void givesEveryIterationWhereStretchesAreMoreThanThese() {
            IterationRanges tensor =
                    run.ranges(List.of(IterationColumn.RMS), 1_000_000).get(1);
            assertThat(tensor.first()).hasSize(1800).isEqualTo(tensor.last());
            double[] series = run.series("1_b", IterationColumn.RMS);
            assertThat(tensor.ranges().get(IterationColumn.RMS))
                    .extracting(ValueRange::min)
                    .containsExactly(Arrays.stream(series).boxed().toArray(Double[]::new));
        }

        @Test
        void refusesNoStretchAtAll() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> run.ranges(List.of(IterationColumn.RMS), 0))
                    .withMessage("stretches must be at least 1, was 0");
        }

        @Test
        void namesItsTensorsIfAskedForAnother() {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> run.series("3_W", IterationColumn.NORM))
                    .withMessage("No tensor '3_W' in run " + SampleRun.ID + ". Recorded: 1_W, 1_b, 2_W, 2_b");
        }

        @Test
        void isFound() {
            assertThat(RunStore.at(runs).find(SampleRun.ID))
                    .map(StoredRun::spec)
                    .contains("name: sample\n");
        }
    }

    @Nested
    class ADamagedRun {
        @ParameterizedTest
        @ValueSource(strings = {"spec.yaml", "epochs.parquet", "iterations.parquet", "provenance.json"})
        void isRefusedNamingTheFile(String name) throws IOException {
            byte[] content = Files.readAllBytes(file(name));
            byte[] changed = content.clone();
            changed[changed.length / 2] ^= 1;
            Files.write(file(name), changed);
            refuses(file(name) + ": expected SHA-256 " + DigestUtils.sha256Hex(content) + ", found SHA-256 "
                    + DigestUtils.sha256Hex(changed));
            Files.write(file(name), Arrays.copyOf(content, content.length - 1));
            refuses(file(name) + ": expected " + content.length + " bytes, found " + (content.length - 1) + " bytes");
            Files.write(file(name), Arrays.copyOf(content, content.length + 1));
            refuses(file(name) + ": expected " + content.length + " bytes, found " + (content.length + 1) + " bytes");
            Files.delete(file(name));
            refuses(file(name) + ": expected " + content.length + " bytes, found no file");
        }

        @Test
        void isRefusedForAnyByteOfTheManifest() throws IOException {
            byte[] content = Files.readAllBytes(file("manifest.json"));
            for (int i = 0; i < content.length; i++) {
                byte[] changed = content.clone();
                changed[i] ^= 1;
                Files.write(file("manifest.json"), changed);
                assertThatExceptionOfType(RunStoreException.class)
                        .as("byte %d", i)
                        .isThrownBy(() -> StoredRun.open(run.directory()))
                        .withMessageStartingWith(file("manifest.json") + ": expected ")
                        .satisfies(e -> assertThat(e.getMessage().lines()).hasSize(1));
            }
        }

        @Test
        void isRefusedIfItsManifestIsOfAnotherRun() throws IOException {
            Path other = Files.move(run.directory(), runs.resolve("other-0123456789ab"));
            assertThatExceptionOfType(RunStoreException.class)
                    .isThrownBy(() -> StoredRun.open(other))
                    .withMessageEndingWith("expected run other-0123456789ab, found run " + SampleRun.ID);
        }

        @Test
        void isRefusedWithoutAManifest() throws IOException {
            Files.delete(file("manifest.json"));
            refuses(file("manifest.json") + ": expected a manifest, found no file: the run is not finished");
            assertThat(RunStore.at(runs).find(SampleRun.ID)).isEmpty();
        }

        private void refuses(String message) {
            assertThatExceptionOfType(RunStoreException.class)
                    .isThrownBy(() -> StoredRun.open(run.directory()))
                    .withMessage(message);
        }
    }
}
