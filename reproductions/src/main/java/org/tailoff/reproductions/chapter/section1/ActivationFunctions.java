package org.tailoff.reproductions.chapter.section1;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.tailoff.command.CommandLines;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Points;
import org.tailoff.figure.Sampled;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.Measured;
import org.tailoff.published.PublishedSeries;
import org.tailoff.published.Reproduction;
import org.tailoff.reproductions.book.Reference;
import org.tailoff.reproductions.book.Reference.Title;
import org.tailoff.reproductions.calculated.Functions;

/**
 * The graphs of the activation functions: step and sigmoid of chapter 1 and section 3.1, softmax of section 3.1, tanh
 * and the rectified linear unit of section 3.6.
 *
 * <p><b>Setting:</b> none; formulae alone, in the frames of the book's pictures.
 *
 * <p><b>To run:</b> {@code tailoff reproduce activation_functions}, or this class.
 */
public final class ActivationFunctions implements Reproduction {
    private static final String ID = "activation_functions";
    private static final String SOFTMAX = "/" + ID + "/softmax/";
    private static final Sampled WIDE = new Sampled(-5, 5, 100);
    private static final Sampled NARROW = new Sampled(-2, 2, 40);
    private static final List<Colour> COLOURS = List.of(Colour.BLUE, Colour.ORANGE, Colour.GREEN, Colour.VERMILION);

    /**
     * Runs this reproduction alone.
     *
     * @param args further options of {@code tailoff reproduce}
     */
    public static void main(String[] args) {
        CommandLines.reproduce(seeds -> List.of(new ActivationFunctions()), args);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "What does a neuron make of its weighted input z?";
    }

    @Override
    public String interpretation() {
        return "The sigmoid is a smoothed step from 0 to 1, and tanh the same from -1 to 1: both are flat far from z = 0,"
                + " where a neuron therefore hardly learns. The rectified linear unit stays steep for every positive z."
                + " A softmax layer shares 1 out among its neurons: as the fourth weighted input grows, the fourth"
                + " activation grows and all others shrink.";
    }

    @Override
    public String source() {
        return "chapter 1 (step, sigmoid), sections 3.1 (softmax) and 3.6 (tanh, rectified linear unit)";
    }

    @Override
    public List<PublishedSeries> series() {
        List<BigDecimal> z = Reference.printed(SOFTMAX + "z");
        double[] inputs = z.stream().mapToDouble(BigDecimal::doubleValue).toArray();
        return List.of(Reference.toTheLastDigit(
                new Title("softmax", "softmax of the sliders' first setting"),
                new Measured(inputs, Functions.softmax(inputs)),
                SOFTMAX + "a"));
    }

    @Override
    public List<Picture> figures(CurveComparisons compared) {
        return List.of(
                figure("step", "step function", Axis.linear("", -0.5, 1.5), step()),
                figure("sigmoid", "sigmoid function", Axis.linear("", -0.5, 1.5), WIDE.of(Functions::sigmoid)),
                figure("tanh", "tanh function", Axis.linear("", -1, 1), WIDE.of(StrictMath::tanh)),
                figure("relu", "Rectified linear unit", Axis.linear("", -2, 2), NARROW.of(Functions::rectified)),
                softmax());
    }

    private static Figure figure(String id, String title, Axis y, Points points) {
        double end = points.x(points.size() - 1);
        Frame frame = new Frame(Axis.linear("z", -end, end), y, true);
        return new Figure(id, title, frame, Legend.NONE, List.of(Line.measured(id, Colour.BLUE, points)));
    }

    /** Two points at z = 0, so that the step is upright. */
    private static Points step() {
        double[] z = {-5, 0, 0, 5};
        double above = Math.nextUp(0.0);
        return Points.of(
                z, new double[] {Functions.step(-5), Functions.step(0), Functions.step(above), Functions.step(5)});
    }

    /** The activations of four neurons with weighted inputs -1, 0, 1 and z. */
    private static Figure softmax() {
        List<Line> lines = IntStream.range(0, COLOURS.size())
                .mapToObj(j -> (Line)
                        Line.measured("a" + (j + 1), COLOURS.get(j), WIDE.of(z -> Functions.softmax(-1, 0, 1, z)[j])))
                .toList();
        return new Figure(
                "softmax",
                "softmax of -1, 0, 1 and z4",
                new Frame(Axis.linear("z4", -5, 5), Axis.linear("", 0, 1), true),
                Legend.UPPER_LEFT,
                lines);
    }
}
