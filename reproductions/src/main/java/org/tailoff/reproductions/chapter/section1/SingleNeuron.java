package org.tailoff.reproductions.chapter.section1;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.tailoff.command.CommandLines;
import org.tailoff.figure.Picture;
import org.tailoff.published.CurveComparisons;
import org.tailoff.published.Measured;
import org.tailoff.published.PublishedSeries;
import org.tailoff.published.Reproduction;
import org.tailoff.reproductions.book.Reference;
import org.tailoff.reproductions.book.Reference.Title;
import org.tailoff.reproductions.calculated.Neuron;
import org.tailoff.reproductions.chapter.section1.SingleNeuronArm.Begin;

/**
 * The four animations of section 3.1, a single neuron that learns to turn 1 into 0, and the factor 6 of its footnote.
 *
 * <p><b>Setting:</b> {@link Neuron}, 300 epochs of plain gradient descent from w = 0.6, b = 0.9 and from w = b = 2; the
 * quadratic cost with eta = 0.15, the cross-entropy with eta = 0.005 as the text says, and in two more ways: see
 * {@link #interpretation()}.
 *
 * <p><b>To run:</b> {@code tailoff reproduce single_neuron}, or this class.
 */
public final class SingleNeuron implements Reproduction {
    private static final String ID = "single_neuron";
    private static final String TEXT = "/" + ID + "/text/";

    /**
     * Runs this reproduction alone.
     *
     * @param args further options of {@code tailoff reproduce}
     */
    public static void main(String[] args) {
        CommandLines.reproduce(seeds -> List.of(new SingleNeuron()), args);
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String question() {
        return "How fast does a single neuron learn when it is badly wrong: with the quadratic cost, and with the cross-entropy?";
    }

    @Override
    public String interpretation() {
        return "With the quadratic cost the neuron that starts at an output of 0.98 has only come down to 0.93 after 150 epochs,"
                + " because its gradient holds the factor sigma'(z), which is tiny there. With the cross-entropy this factor"
                + " cancels, and the neuron learns fastest where it is most wrong. Averaged over all outputs the factor is 1/6,"
                + " so that the quadratic cost learns about 6 times slower. One thing does not fit: the text gives eta = 0.005"
                + " for the cross-entropy. With the gradient of equations 61 and 62, which here is the output a, such small"
                + " steps would leave the output at 0.42 and 0.78 after 300 epochs (blue), not near 0 as the animations"
                + " show. The same gradient with the eta of the quadratic cost, 0.15, brings it to 0.012 (orange). Steps of"
                + " 1/(1-a) with eta = 0.005 bring it to 0.04 and 0.05 (green), where a picture of the animation ends."
                + " So the animation seems to use the derivative of the cost by the output, without the factor"
                + " sigma'(z); that is a conjecture, as its program has not been read.";
    }

    @Override
    public String source() {
        return "section 3.1, the four animations and the footnote on the learning rate";
    }

    @Override
    public List<PublishedSeries> series() {
        List<PublishedSeries> series = new ArrayList<>(inTheText());
        for (Begin begin : Begin.values()) {
            for (SingleNeuronArm arm : SingleNeuronArm.values()) {
                series.addAll(arm.series(begin));
            }
        }
        return series;
    }

    private static List<PublishedSeries> inTheText() {
        SingleNeuronArm quadratic = SingleNeuronArm.QUADRATIC;
        SingleNeuronArm byOutput = SingleNeuronArm.BY_OUTPUT;
        double[] before = {Begin.FIRST.neuron().output(), Begin.SECOND.neuron().output()};
        return List.of(
                Reference.toTheLastDigit(
                        new Title(quadratic.figure(Begin.FIRST), "text: output before, both starts"),
                        new Measured(new double[2], before),
                        TEXT + "before"),
                Reference.toTheLastDigit(
                        new Title(quadratic.figure(Begin.FIRST), "text: output after, quadratic"),
                        quadratic.after(Begin.FIRST, List.of(Neuron::output)),
                        TEXT + "after"),
                Reference.toTheLastDigit(
                        new Title(SingleNeuronFigures.SLOPE, "text: times slower, quadratic"),
                        new Measured(new double[1], new double[] {1 / meanSlope()}),
                        TEXT + "times slower"),
                Reference.toTheLastDigit(
                        new Title(byOutput.figure(Begin.FIRST), "picture: weight, output after, cross-entropy"),
                        byOutput.after(Begin.FIRST, List.of(Neuron::weight, Neuron::output)),
                        "/" + ID + "/read off the picture/weight, output"));
    }

    /** The mean of sigma' = s (1 - s) over all outputs s; two points of Gauss and Legendre are exact for a cubic. */
    public static double meanSlope() {
        GaussIntegrator rule = new GaussIntegratorFactory().legendre(2, 0, 1);
        return rule.integrate(s -> s * (1 - s));
    }

    @Override
    public List<Picture> figures(CurveComparisons compared) {
        return SingleNeuronFigures.of(compared);
    }
}
