package org.tailoff.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Look;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Points;
import org.tailoff.figure.render.Style;
import org.tailoff.published.ComparedReproduction;
import org.tailoff.published.CurveComparisonFiles;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationBlock;
import org.tailoff.record.IterationColumn;
import org.tailoff.record.SetScore;
import org.tailoff.record.TensorEpoch;
import org.tailoff.record.TensorStatistics;
import org.tailoff.record.TrainedNetwork;
import org.tailoff.record.ValueDistribution;
import org.tailoff.record.ValueRange;
import org.tailoff.report.plot.Plots;
import org.tailoff.run.SmallProvenance;
import org.tailoff.spec.Activation;
import org.tailoff.spec.Cost;
import org.tailoff.spec.DataSpec;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.ExecutionSpec;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.spec.SeedSpec;
import org.tailoff.spec.Specs;
import org.tailoff.spec.TrainingSpec;
import org.tailoff.store.RunRecorder;
import org.tailoff.store.RunSetup;
import org.tailoff.store.RunStore;
import org.tailoff.store.ValueType;
import org.tailoff.verify.Verdicts;

/**
 * An output directory as the commands leave it, of one reproduction and one claim, made by hand in a moment: real
 * files, numbers that are easily told. Its texts hold markup that must come out as text.
 */
public final class SmallOutput {
    static final int EPOCHS = 3;
    static final int ITERATIONS = 40;
    static final String RUN = "small_run";
    static final String ID = "small_run-0123456789ab";

    /** As a text of a plugin's author, or of an attacker's, might read. */
    static final String MARKUP = "<script>document.title = 'taken over'</script>";

    private static final List<String> TENSORS = List.of("0_W", "0_b");
    private static final int IMAGES = 100;

    private SmallOutput() {}

    public static RunSpec spec() {
        return new RunSpec(
                new DenseNetwork(
                        List.of(3, 2, 2), Activation.SIGMOID, Activation.SIGMOID, Cost.CROSS_ENTROPY, "gaussian"),
                new TrainingSpec(0.5, 10, EPOCHS, new Regularisation.L2(5)),
                new DataSpec(IMAGES * ITERATIONS / 10, List.of(DataSet.TEST)),
                new SeedSpec.Book(12345678, 1, 2, 0),
                ExecutionSpec.DEFAULT);
    }

    /** Makes the run, the figures, and what the commands leave beside them. */
    static void write(Path out) throws IOException {
        record(out);
        verify(out);
        Reproduced.FILE.write(out, reproduced(ids()));
        List<ComparedReproduction> compared = compared(out);
        FigureFiles.write(out, ComparedReproduction.pictures(compared), Style.BOOK);
        Pages.write(
                out.resolve("figures/small/published-vs-measured.csv"),
                CurveComparisonFiles.csv(compared.get(0).curves().all()).getBytes(StandardCharsets.UTF_8));
    }

    /** That the one reproduction was made of these runs. */
    static Reproduced reproduced(SortedMap<String, String> runs) {
        return new Reproduced(
                List.of(new SmallReproduction().id()),
                new Reproduced.Options(false, true, null),
                runs,
                new TreeMap<>());
    }

    static List<ComparedReproduction> compared(Path out) throws IOException {
        return Reproduced.again(new OpenedRuns(out, List.of()), seeds -> List.of(new SmallReproduction()));
    }

    /** Writes the report, whose main page this is. */
    static Path report(Path out) throws IOException {
        return Report.write(new OpenedRuns(out, List.of()), compared(out), Look.BOOK)
                .iterator()
                .next();
    }

    /** Two claims, one with a figure, and a run that was lost. */
    private static void verify(Path out) throws IOException {
        List<Finding> findings = List.of(finding("T1", "first " + MARKUP, 1), finding("T2", "second", 3));
        Pages.write(
                out.resolve("verdicts.json"),
                Verdicts.json(findings, Map.of(), false).getBytes(StandardCharsets.UTF_8));
        Picture picture = new Figure(
                "claim1",
                "",
                new Frame(Axis.automatic("Epoch"), Axis.automatic("RMS"), true),
                Legend.LOWER_RIGHT,
                List.of(Line.measured("RMS", Colour.BLUE, Points.from(0, new double[] {3, 2, 1}))));
        FigureFiles.write(out, Map.of(FigureFiles.ARGUMENT + "/claim1", picture), Style.BOOK);
        Verified.Group group = new Verified.Group(List.of("T1", "T2"), List.of(Plots.of(picture)));
        SortedMap<String, String> lost = new TreeMap<>(Map.of("lost_run", "diverged in epoch 1"));
        Verified.FILE.write(out, new Verified(ids(), lost, List.of(group)));
    }

    private static Finding finding(String id, String statement, double measured) {
        Prediction atMostTwo = Prediction.atMost("a number", 2, "made up");
        return new Finding(
                new Claim(id, statement, "a source", "a test", "another number"),
                "the only part",
                atMostTwo,
                new Evidence(Estimate.exact(measured), List.of(RUN), List.of(), Optional.empty(), Map.of()),
                List.of(new Control(atMostTwo, Estimate.exact(0))));
    }

    static SortedMap<String, String> ids() {
        return new TreeMap<>(Map.of(RUN, ID));
    }

    private static void record(Path out) {
        RunStore store = RunStore.at(out.resolve("runs"));
        try (RunRecorder recorder = store.open(new RunSetup(ID, Specs.write(spec()), TENSORS, ValueType.DOUBLE))) {
            recorder.epoch(epoch(0));
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                for (int i = 0; i < ITERATIONS; i++) {
                    recorder.iterations(row(epoch, (epoch - 1L) * ITERATIONS + i));
                }
                recorder.epoch(epoch(epoch));
            }
            recorder.keep(new TrainedNetwork(new byte[] {1}, new byte[] {2}));
            recorder.finish(SmallProvenance.lasting(12.5));
        }
    }

    /** Norm 10 - 0.01 t of the first tensor, with one spike of 20 at iteration 33; all else is 1. */
    private static IterationBlock row(int epoch, long iteration) {
        double[] values = new double[TENSORS.size() * IterationColumn.COUNT];
        Arrays.fill(values, 1);
        values[IterationColumn.NORM.index()] = iteration == 33 ? 20 : 10 - 0.01 * iteration;
        values[IterationColumn.COUNT + IterationColumn.DECAY_STEP_NORM.index()] = 0;
        return IterationBlock.copyOf(epoch, TENSORS, new long[] {iteration}, values);
    }

    private static EpochRecord epoch(int epoch) {
        return epoch(epoch, 80 + epoch);
    }

    static EpochRecord epoch(int epoch, int correct) {
        List<TensorEpoch> tensors = new ArrayList<>();
        TENSORS.forEach(tensor -> tensors.add(tensor(tensor, epoch)));
        SetScore score = new SetScore("test", IMAGES, correct, new SetScore.Cost(1, 2 - 0.25 * epoch));
        return new EpochRecord(epoch, List.of(score), tensors, List.of());
    }

    /** Ten bins from -5 to 5; in epoch e the weights are 1 + e in the sixth bin and 5 - e in the seventh. */
    private static TensorEpoch tensor(String name, int epoch) {
        List<Double> edges =
                IntStream.rangeClosed(-5, 5).mapToObj(i -> (double) i).toList();
        List<Long> counts = new ArrayList<>(Collections.nCopies(10, 0L));
        counts.set(5, 1L + epoch);
        counts.set(6, 5L - epoch);
        return new TensorEpoch(
                name,
                new TensorStatistics(0.5, 1, 1.25, 10 - epoch, new ValueRange(-1, 2)),
                TensorEpoch.Motion.UNKNOWN,
                TensorEpoch.InputRms.NONE,
                new ValueDistribution(
                        new ValueDistribution.Quantiles(List.of(0.5), List.of(0.5)),
                        new ValueDistribution.Histogram(edges, counts)));
    }
}
