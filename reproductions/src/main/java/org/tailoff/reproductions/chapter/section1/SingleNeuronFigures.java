package org.tailoff.reproductions.chapter.section1;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Panels;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Points;
import org.tailoff.figure.Sampled;
import org.tailoff.figure.Stroke;
import org.tailoff.published.CurveComparison;
import org.tailoff.published.CurveComparisons;
import org.tailoff.reproductions.calculated.Neuron;
import org.tailoff.reproductions.chapter.section1.SingleNeuronArm.Begin;

/** Draws cost, output, weight and bias of the single neuron over its epochs, in the frames of the printed pictures. */
final class SingleNeuronFigures {
    /** Room for the legend above the outputs, which reach 1. */
    private static final double ABOVE_OUTPUTS = 1.5;

    static final String SLOPE = "mean_slope";
    private static final List<SingleNeuronArm> QUADRATIC = List.of(SingleNeuronArm.QUADRATIC);
    private static final List<SingleNeuronArm> CROSS_ENTROPY =
            List.of(SingleNeuronArm.GRADIENT_SLOW, SingleNeuronArm.GRADIENT_FAST, SingleNeuronArm.BY_OUTPUT);

    private final Begin begin;
    private final List<SingleNeuronArm> arms;
    private final CurveComparisons compared;

    private SingleNeuronFigures(Begin begin, List<SingleNeuronArm> arms, CurveComparisons compared) {
        this.begin = begin;
        this.arms = arms;
        this.compared = compared;
    }

    static List<Picture> of(CurveComparisons compared) {
        return List.of(
                new SingleNeuronFigures(Begin.FIRST, QUADRATIC, compared).panels("Quadratic cost", 0.35),
                new SingleNeuronFigures(Begin.SECOND, QUADRATIC, compared).panels("Quadratic cost", 0.5),
                new SingleNeuronFigures(Begin.FIRST, CROSS_ENTROPY, compared).panels("Cross-entropy", 1.8),
                new SingleNeuronFigures(Begin.SECOND, CROSS_ENTROPY, compared).panels("Cross-entropy", 4.5),
                slope());
    }

    /** What the quadratic cost's gradient has and that of the cross-entropy has not. */
    private static Figure slope() {
        Frame frame = new Frame(Axis.linear("Output s", 0, 1), Axis.linear("", 0, 0.3), true);
        Points factor = new Sampled(0, 1, 100).of(s -> s * (1 - s));
        return new Figure(
                SLOPE,
                "The factor sigma'(z) by the neuron's output",
                frame,
                Legend.UPPER_RIGHT,
                List.of(
                        Line.measured("sigma'(z) = s(1-s)", Colour.BLUE, factor),
                        Line.horizontal("its mean, 1/6", Colour.GREY, SingleNeuron.meanSlope())));
    }

    private Panels panels(String cost, double highest) {
        return new Panels(
                arms.get(0).figure(begin),
                cost + ", from " + begin.words(),
                List.of(
                        panel(Axis.linear("Cost", 0, highest), Legend.NONE, curves(SingleNeuronArm::cost)),
                        panel(Axis.linear("Output", 0, ABOVE_OUTPUTS), Legend.UPPER_RIGHT, outputs()),
                        panel(Axis.automatic("Weight"), Legend.NONE, curves((arm, neuron) -> neuron.weight())),
                        panel(Axis.automatic("Bias"), Legend.NONE, curves((arm, neuron) -> neuron.bias()))));
    }

    private Figure panel(Axis y, Legend legend, List<Line> lines) {
        Axis x = Axis.linear("Epoch", 0, SingleNeuronArm.EPOCHS);
        return new Figure(arms.get(0).figure(begin) + "-" + y.label(), "", new Frame(x, y, true), legend, lines);
    }

    private List<Line> outputs() {
        List<Line> lines = new ArrayList<>(curves((arm, neuron) -> neuron.output()));
        for (SingleNeuronArm arm : arms) {
            CurveComparison output = compared.named(arm.outputName(begin));
            Points points = Points.of(output.x(), output.series().published());
            lines.add(new Line.Curve("recalculated by others", Colour.GREY, Stroke.DOTS, points));
        }
        return lines;
    }

    private List<Line> curves(BiFunction<SingleNeuronArm, Neuron, Double> quantity) {
        List<Line> lines = new ArrayList<>();
        for (SingleNeuronArm arm : arms) {
            double[] values = arm.states(begin).stream()
                    .mapToDouble(neuron -> quantity.apply(arm, neuron))
                    .toArray();
            lines.add(Line.measured(arm.words(), arm.colour(), Points.from(0, values)));
        }
        return lines;
    }
}
