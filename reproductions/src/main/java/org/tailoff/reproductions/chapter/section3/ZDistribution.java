package org.tailoff.reproductions.chapter.section3;

import java.util.List;
import org.tailoff.command.CommandLines;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Panels;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Sampled;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.Measured;
import org.tailoff.published.PublishedSeries;
import org.tailoff.published.Reproduction;
import org.tailoff.reproductions.book.Reference;
import org.tailoff.reproductions.book.Reference.Title;
import org.tailoff.reproductions.calculated.Functions;
import org.tailoff.reproductions.calculated.WeightedInput;

/**
 * The two bell curves of section 3.3: the weighted input of a hidden neuron under the old and under the new
 * initialisation.
 *
 * <p><b>Setting:</b> 1,000 inputs, of which 500 are 1 and the others 0; biases N(0,1); weights N(0,1), then
 * N(0,1/1000).
 *
 * <p><b>To run:</b> {@code tailoff reproduce z_distribution}, or this class.
 */
public final class ZDistribution implements Reproduction {
    private static final String ID = "z_distribution";
    private static final int INPUTS = 1000;
    private static final int ON = 500;
    private static final WeightedInput OLD = new WeightedInput(ON + 1);
    private static final WeightedInput NEW = new WeightedInput((double) ON / INPUTS + 1);
    private static final Sampled PLACES = new Sampled(-30, 30, 600);
    private static final Axis Z = Axis.linear("z", -30, 30);

    /**
     * Runs this reproduction alone.
     *
     * @param args further options of {@code tailoff reproduce}
     */
    public static void main(String[] args) {
        CommandLines.reproduce(seeds -> List.of(new ZDistribution()), args);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "How large is the weighted input of a hidden neuron before any training?";
    }

    @Override
    public String interpretation() {
        return "With N(0,1) weights z is spread widely: its standard deviation is 22.4, and for 82 % of the draws |z| is above 5,"
                + " where the sigmoid is flat and the neuron learns slowly. With weights of standard deviation 1/sqrt(n_in)"
                + " it is 1.22, and |z| hardly ever exceeds 5. The mean of sigma'(z) is 11 times larger then."
                + " Mind the vertical axes: the second curve is 18 times as high. The last figure shows both beside sigma'(z).";
    }

    @Override
    public String source() {
        return "section 3.3, the two distributions of z";
    }

    @Override
    public List<PublishedSeries> series() {
        return List.of(series("old", OLD), series("new", NEW));
    }

    private static PublishedSeries series(String name, WeightedInput z) {
        double[] numbers = {z.deviation(), z.density(0), z.beyond(1), z.beyond(5), z.meanSigmoidPrime()};
        String words = ": deviation, peak, P(|z|>1), P(|z|>5), mean sigma'";
        return Reference.toTheLastDigit(
                new Title("z_" + name, name + words),
                new Measured(new double[] {0, 0, 1, 5, 0}, numbers),
                "/" + ID + "/" + name);
    }

    @Override
    public List<Picture> figures(CurveComparisons compared) {
        return List.of(
                density("z_old", "Old weights: z ~ N(0, 501)", 0.02, OLD),
                density("z_new", "New weights: z ~ N(0, 3/2)", 0.4, NEW),
                new Panels("z_and_slope", "Where z lies, and where the sigmoid is steep", List.of(both(), slope())));
    }

    private static Figure density(String id, String title, double highest, WeightedInput z) {
        Line curve = Line.measured("density", Colour.BLUE, PLACES.of(z::density));
        return new Figure(id, title, frame("", highest), Legend.NONE, List.of(curve));
    }

    private static Figure both() {
        return new Figure(
                "both",
                "",
                frame("Density", 0.4),
                Legend.UPPER_RIGHT,
                List.of(
                        Line.measured("old weights", Colour.BLUE, PLACES.of(OLD::density)),
                        Line.measured("new weights", Colour.ORANGE, PLACES.of(NEW::density))));
    }

    private static Figure slope() {
        Line slope = Line.measured("sigma'(z)", Colour.GREEN, PLACES.of(Functions::sigmoidPrime));
        return new Figure("slope", "", frame("sigma'(z)", 0.3), Legend.NONE, List.of(slope));
    }

    private static Frame frame(String label, double highest) {
        return new Frame(Z, Axis.linear(label, 0, highest), true);
    }
}
