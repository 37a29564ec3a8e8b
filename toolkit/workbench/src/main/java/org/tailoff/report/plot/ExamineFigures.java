package org.tailoff.report.plot;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.tailoff.claim.DecayLaw;
import org.tailoff.examine.DecayDominance;
import org.tailoff.examine.EpochDominance;
import org.tailoff.examine.Settlement;
import org.tailoff.examine.StepSize;
import org.tailoff.examine.TensorCourse;
import org.tailoff.examine.TensorExamination;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Points;
import org.tailoff.figure.Range;
import org.tailoff.figure.Scale;
import org.tailoff.figure.Stroke;

/** What {@code tailoff examine} found of a tensor, as figures. */
public final class ExamineFigures {
    private static final Axis EPOCHS = Axis.automatic("Epochs trained");
    private static final int LAW_POINTS = 200;
    /** Where decay alone would be far below all that happened, its line ends. */
    private static final double BELOW = 0.7;

    /** Norms that differ by more than this factor are shown on a logarithmic axis. */
    private static final double WIDE = 5;

    private ExamineFigures() {}

    /**
     * The figures of a tensor.
     *
     * @param tensor what was found
     * @param course its steps
     * @return the norm with decay's law, decay against the gradients, and the lengths of steps, as far as there are
     *     numbers for each
     */
    public static List<Picture> of(TensorExamination tensor, TensorCourse course) {
        List<Picture> figures = new ArrayList<>();
        norm(tensor, course).ifPresent(figures::add);
        tensor.dominance()
                .known()
                .flatMap(dominance -> dominance(tensor, dominance))
                .ifPresent(figures::add);
        steps(tensor, course).ifPresent(figures::add);
        return figures;
    }

    private static Optional<Picture> norm(TensorExamination tensor, TensorCourse course) {
        return points(course.epochs(), course.norm()).map(points -> {
            List<Line> lines = new ArrayList<>();
            tensor.settlement().known().filter(Settlement::settled).ifPresent(end -> lines.add(band(end, course)));
            tensor.settlement().known().filter(Settlement::settled).stream()
                    .flatMapToInt(end -> end.epoch().stream())
                    .forEach(epoch -> lines.add(Line.vertical("settled from epoch " + epoch, Colour.GREEN, epoch - 1)));
            tensor.decay().asLaw().known().flatMap(law -> law(law, course)).ifPresent(lines::add);
            lines.add(Line.measured("measured", Colour.BLUE, points));
            double[] sizes = range(course.norm());
            Axis axis = sizes[1] > WIDE * sizes[0]
                    ? Axis.logarithmic("", rounded(BELOW * sizes[0]), sizes[1] / BELOW)
                    : Axis.automatic("");
            return figure(tensor, "norm", "Norm of " + tensor.tensor(), axis, lines);
        });
    }

    private static Line band(Settlement end, TensorCourse course) {
        int last = course.epochs().length - 1;
        double[] x = {course.epochs()[Math.min(end.end().from(), last - 1)], course.epochs()[last]};
        double low = end.norm() * (1 - Settlement.NEAR);
        double high = end.norm() * (1 + Settlement.NEAR);
        return Line.band(
                "settled, within 1 %",
                Colour.GREEN, Points.of(x, new double[] {low, low}), Points.of(x, new double[] {high, high}));
    }

    /** ||W|| e^(-t/tau) from the first recorded step on. */
    private static Optional<Line> law(DecayLaw law, TensorCourse course) {
        double first = course.epochs()[0];
        double last = course.epochs()[course.epochs().length - 1];
        double lowest = BELOW * DoubleStream.of(course.norm()).min().orElse(0);
        double[] x = IntStream.range(0, LAW_POINTS)
                .mapToDouble(i -> first + i * (last - first) / (LAW_POINTS - 1))
                .filter(epoch -> alone(law, course, epoch) >= lowest)
                .toArray();
        double[] y = DoubleStream.of(x).map(epoch -> alone(law, course, epoch)).toArray();
        return points(x, y).map(points -> Line.measured("decay alone", Colour.ORANGE, points));
    }

    private static double alone(DecayLaw law, TensorCourse course, double epoch) {
        double steps = (epoch - course.epochs()[0]) * law.stepsPerEpoch();
        return course.norm()[0] * StrictMath.exp(steps * StrictMath.log1p(-law.q()));
    }

    private static Optional<Picture> dominance(TensorExamination tensor, DecayDominance dominance) {
        List<Line> lines = new ArrayList<>();
        curve("displacement, D/R", Colour.BLUE, dominance, EpochDominance::displacement)
                .ifPresent(lines::add);
        curve("force, rho", Colour.ORANGE, dominance, EpochDominance::force).ifPresent(lines::add);
        curve("steps taken", Colour.GREEN, dominance, EpochDominance::steps).ifPresent(lines::add);
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        lines.add(Line.horizontal("as strong as each other", Colour.GREY, 1));
        return Optional.of(figure(
                tensor,
                "dominance",
                "Decay over gradients, " + tensor.tensor(),
                new Axis("", Scale.LOGARITHMIC, new Range.Automatic()),
                lines));
    }

    private static Optional<Line> curve(
            String name, Colour colour, DecayDominance dominance, ToDoubleFunction<EpochDominance> number) {
        double[] x =
                dominance.epochs().stream().mapToDouble(EpochDominance::epoch).toArray();
        double[] y = dominance.epochs().stream().mapToDouble(number).toArray();
        return points(x, y).map(points -> new Line.Curve(name, colour, Stroke.SOLID_WITH_DOTS, points));
    }

    private static Optional<Picture> steps(TensorExamination tensor, TensorCourse course) {
        return points(course.epochs(), course.ratio()).map(points -> {
            List<Line> lines = new ArrayList<>();
            lines.add(Line.measured("each step", Colour.BLUE, points));
            double[] epochs = tensor.steps().perEpoch().keySet().stream()
                    .mapToDouble(Integer::doubleValue)
                    .toArray();
            double[] medians = tensor.steps().perEpoch().values().stream()
                    .mapToDouble(Double::doubleValue)
                    .toArray();
            points(epochs, medians)
                    .ifPresent(each -> lines.add(Line.measured("median of an epoch", Colour.ORANGE, each)));
            lines.add(Line.horizontal("rule of thumb, 1e-3", Colour.VERMILION, StepSize.RULE_OF_THUMB));
            double[] sizes = range(course.ratio());
            Axis axis = Axis.logarithmic(
                    "",
                    rounded(BELOW * Math.min(sizes[0], StepSize.RULE_OF_THUMB)),
                    Math.max(sizes[1], StepSize.RULE_OF_THUMB) / BELOW);
            return figure(tensor, "steps", "Length of a step over the norm, " + tensor.tensor(), axis, lines);
        });
    }

    /** Down to one digit, as the end of an axis should read. */
    private static double rounded(double value) {
        return new BigDecimal(value)
                .round(new MathContext(1, RoundingMode.DOWN))
                .doubleValue();
    }

    /** The smallest and the largest of those that a logarithmic axis can show. */
    private static double[] range(double[] values) {
        DoubleSummaryStatistics shown = DoubleStream.of(values)
                .filter(value -> value > 0 && Double.isFinite(value))
                .summaryStatistics();
        return new double[] {shown.getMin(), shown.getMax()};
    }

    /** Those that a logarithmic axis can show; empty if there are not two of them. */
    private static Optional<Points> points(double[] x, double[] y) {
        int[] shown = IntStream.range(0, y.length)
                .filter(i -> y[i] > 0 && Double.isFinite(y[i]))
                .toArray();
        return shown.length < 2
                ? Optional.empty()
                : Optional.of(Points.of(
                        IntStream.of(shown).mapToDouble(i -> x[i]).toArray(),
                        IntStream.of(shown).mapToDouble(i -> y[i]).toArray()));
    }

    private static Figure figure(TensorExamination tensor, String id, String title, Axis axis, List<Line> lines) {
        String name = tensor.tensor().replaceAll("[^A-Za-z0-9_-]", "-") + "-" + id;
        return new Figure(name, title, new Frame(EPOCHS, axis, true), Legend.UPPER_RIGHT, lines);
    }
}
