package org.tailoff.report.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
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
import org.tailoff.record.IterationColumn;
import org.tailoff.record.TensorNames;
import org.tailoff.record.ValueRange;
import org.tailoff.store.IterationRanges;
import org.tailoff.store.StoredRun;

/**
 * What a run recorded at every iteration, as bands from the lowest to the highest value in each of {@value #STRETCHES}
 * stretches: no peak is lost, and a page stays small.
 */
public final class IterationFigures {
    private static final int STRETCHES = 500;
    private static final List<IterationColumn> COLUMNS = List.of(
            IterationColumn.NORM,
            IterationColumn.GRADIENT_STEP_NORM,
            IterationColumn.DECAY_STEP_NORM,
            IterationColumn.MINIBATCH_COST);
    private static final List<Colour> COLOURS = List.of(Colour.BLUE, Colour.ORANGE, Colour.GREEN, Colour.PURPLE);

    private final TensorNames names;
    private final List<IterationRanges> tensors;

    private IterationFigures(List<IterationRanges> tensors) {
        this.tensors = tensors;
        names = new TensorNames(tensors.stream().map(IterationRanges::tensor).toList());
    }

    /** The figures; none if no iteration was recorded. */
    public static List<Picture> of(StoredRun run) {
        return new IterationFigures(run.ranges(COLUMNS, STRETCHES)).all();
    }

    /**
     * One quantity over the iterations, a curve for each tensor: in a drawing, bands as narrow as a line cannot be
     * seen.
     *
     * @param run the run
     * @param column the quantity
     * @return the figure, named after the column
     * @throws IllegalArgumentException if the quantity was not recorded in two iterations
     */
    public static Picture of(StoredRun run, IterationColumn column) {
        String name = column.columnName();
        TensorNames names = new TensorNames(run.tensors());
        double[] iterations =
                LongStream.of(run.iterationNumbers()).asDoubleStream().toArray();
        List<Line> lines = new ArrayList<>();
        for (String tensor : run.tensors()) {
            double[] values = run.series(tensor, column);
            int[] finite = IntStream.range(0, values.length)
                    .filter(i -> Double.isFinite(values[i]))
                    .toArray();
            if (finite.length > 1) {
                Colour colour = COLOURS.get(lines.size() % COLOURS.size());
                lines.add(
                        Line.measured(names.of(tensor), colour, Points.of(at(finite, iterations), at(finite, values))));
            }
        }
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(
                    "run " + run.id() + " must have two iterations with a " + name + " to draw, has none");
        }
        return figure(name, name.replace('_', ' ') + " of each tensor", lines);
    }

    private static double[] at(int[] places, double[] values) {
        return IntStream.of(places).mapToDouble(i -> values[i]).toArray();
    }

    private List<Picture> all() {
        List<Picture> figures = new ArrayList<>();
        bands(IterationColumn.NORM, tensors)
                .ifPresent(lines -> figures.add(figure("norm", "Size of the weights and biases (norm)", lines)));
        for (IterationRanges tensor : tensors) {
            if (TensorNames.isWeights(tensor.tensor())) {
                steps(tensor).ifPresent(figures::add);
            }
        }
        bands(IterationColumn.MINIBATCH_COST, tensors.stream().limit(1).toList())
                .ifPresent(lines -> figures.add(figure("cost", "Cost of each mini-batch", lines)));
        return figures;
    }

    private Optional<Picture> steps(IterationRanges tensor) {
        List<Line> lines = new ArrayList<>();
        band("gradient step", Colour.BLUE, tensor, IterationColumn.GRADIENT_STEP_NORM)
                .ifPresent(lines::add);
        band("decay step", Colour.ORANGE, tensor, IterationColumn.DECAY_STEP_NORM)
                .filter(IterationFigures::isAboveZero)
                .ifPresent(lines::add);
        String title = "How far each step moves the " + names.of(tensor.tensor()) + " (norm)";
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(figure("steps-" + tensor.tensor().replaceAll("[^A-Za-z0-9_-]", "-"), title, lines));
    }

    /** A band for each of some tensors; the cost of a mini-batch is the same for all. */
    private Optional<List<Line>> bands(IterationColumn column, List<IterationRanges> chosen) {
        List<Line> lines = new ArrayList<>();
        for (IterationRanges tensor : chosen) {
            Colour colour = COLOURS.get(lines.size() % COLOURS.size());
            String name = column == IterationColumn.MINIBATCH_COST ? "cost" : names.of(tensor.tensor());
            band(name, colour, tensor, column).ifPresent(lines::add);
        }
        return lines.isEmpty() ? Optional.empty() : Optional.of(lines);
    }

    /** Empty where there are not two stretches with numbers in them. */
    private static Optional<Line.Band> band(
            String name, Colour colour, IterationRanges tensor, IterationColumn column) {
        List<ValueRange> ranges = tensor.ranges().get(column);
        int[] finite = IntStream.range(0, ranges.size())
                .filter(i -> Double.isFinite(ranges.get(i).min())
                        && Double.isFinite(ranges.get(i).max()))
                .toArray();
        return finite.length < 2
                ? Optional.empty()
                : Optional.of(Line.band(
                        name,
                        colour,
                        edge(finite, tensor, i -> ranges.get(i).min()),
                        edge(finite, tensor, i -> ranges.get(i).max())));
    }

    /** A value of each stretch, at the middle of its iterations. */
    private static Points edge(int[] stretches, IterationRanges tensor, ToDoubleFunction<Integer> value) {
        double[] x = IntStream.of(stretches)
                .mapToDouble(i -> (tensor.first().get(i) + tensor.last().get(i)) / 2.0)
                .toArray();
        double[] y = IntStream.of(stretches).mapToDouble(value::applyAsDouble).toArray();
        return Points.of(x, y);
    }

    private static boolean isAboveZero(Line line) {
        Points lowest = line instanceof Line.Band band ? band.low() : ((Line.Curve) line).points();
        return IntStream.range(0, lowest.size()).allMatch(i -> lowest.y(i) > 0);
    }

    private static Figure figure(String id, String title, List<Line> lines) {
        boolean positive = lines.stream().allMatch(IterationFigures::isAboveZero);
        Axis vertical = positive ? new Axis("", Scale.LOGARITHMIC, new Range.Automatic()) : Axis.automatic("");
        Frame frame = new Frame(Axis.automatic("Iteration"), vertical, true);
        return new Figure(id, title, frame, Legend.LOWER_RIGHT, lines);
    }
}
