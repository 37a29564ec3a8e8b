package org.tailoff.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Panels;
import org.tailoff.figure.Picture;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.LayerEpoch;
import org.tailoff.record.TensorEpoch;
import org.tailoff.record.TensorNames;

/**
 * The figures of a few arms under one regime.
 *
 * @param arms what is drawn, at least one
 * @param suffix what tells these figures' ids from those of other arms and regimes
 * @param regime the regime in words
 */
record ArmFigures(List<Coloured> arms, String suffix, String regime) {
    private static final Frame FRAME = new Frame(Axis.automatic("Epochs trained"), Axis.automatic(""), true);
    private static final double PERCENT = 100;

    /** An arm and its colour. */
    record Coloured(Colour colour, ArmResult outcome) {
        List<Line> lines(Function<EpochRecord, OptionalDouble> quantity) {
            return outcome.course(quantity).lines(outcome.arm().initialiser(), colour);
        }
    }

    /** A quantity of a layer or tensor after an epoch. */
    private interface Quantity {
        OptionalDouble of(EpochRecord epoch, String part);
    }

    List<Picture> all() {
        List<Picture> pictures = new ArrayList<>();
        String set = arms.get(0).outcome().judge().label();
        pictures.add(figure(
                "accuracy",
                "Accuracy (%) on the " + set + " data",
                Legend.LOWER_RIGHT,
                arm -> arm.lines(epoch ->
                        trained(epoch, PERCENT * arm.outcome().score(epoch).accuracy()))));
        pictures.add(figure(
                "cost",
                "Cost on the " + set + " data",
                Legend.UPPER_RIGHT,
                arm -> arm.lines(epoch ->
                        trained(epoch, arm.outcome().score(epoch).cost().data()))));
        pictures.addAll(ofWeights());
        pictures.addAll(ofHiddenNeurons());
        return pictures;
    }

    /** The state before training says little of accuracy and would squeeze what follows. */
    private static OptionalDouble trained(EpochRecord epoch, double value) {
        return epoch.epoch() == 0 ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    private EpochRecord sample() {
        return arms.get(0).outcome().seeds().get(0).get(0);
    }

    private List<Picture> ofWeights() {
        List<String> tensors =
                sample().tensors().stream().map(TensorEpoch::tensor).toList();
        List<String> weights = tensors.stream().filter(TensorNames::isWeights).toList();
        UnaryOperator<String> names = new TensorNames(tensors)::of;
        List<Picture> pictures = new ArrayList<>();
        pictures.addAll(stack(
                "norm",
                "Norm",
                panels(
                        weights,
                        names,
                        Legend.UPPER_RIGHT,
                        (epoch, tensor) -> OptionalDouble.of(
                                epoch.tensor(tensor).statistics().norm()))));
        pictures.addAll(stack(
                "gradient",
                "Norm of the gradient of the whole training set",
                panels(
                        weights,
                        names,
                        Legend.UPPER_RIGHT,
                        (epoch, tensor) -> epoch.tensor(tensor).motion().gradientNorm())));
        return pictures;
    }

    private List<Picture> ofHiddenNeurons() {
        List<String> layers = sample().layers().stream().map(LayerEpoch::layer).toList();
        UnaryOperator<String> names =
                layer -> layers.size() == 1 ? "hidden layer" : "hidden layer " + (layers.indexOf(layer) + 1);
        List<Picture> pictures = new ArrayList<>();
        pictures.addAll(stack(
                "z",
                "Root mean square of the weighted inputs z",
                panels(
                        layers,
                        names,
                        Legend.LOWER_RIGHT,
                        (epoch, layer) -> epoch.layer(layer).rmsZ())));
        pictures.addAll(stack(
                "saturation",
                "Share of the weighted inputs with |z| > 5",
                panels(
                        layers,
                        names,
                        Legend.LOWER_RIGHT,
                        (epoch, layer) -> OptionalDouble.of(epoch.layer(layer).saturation()))));
        return pictures;
    }

    /** One panel per layer in which the quantity was recorded; the first has the legend of all. */
    private List<Figure> panels(List<String> parts, UnaryOperator<String> names, Legend corner, Quantity quantity) {
        List<Figure> panels = new ArrayList<>();
        for (String part : parts) {
            List<Line> lines = arms.stream()
                    .flatMap(arm -> arm.lines(epoch -> quantity.of(epoch, part)).stream())
                    .toList();
            if (!lines.isEmpty()) {
                String name = names.apply(part);
                String title = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
                Legend legend = panels.isEmpty() ? corner : Legend.NONE;
                panels.add(new Figure("layer-" + part, title, FRAME, legend, lines));
            }
        }
        return panels;
    }

    private List<Picture> stack(String id, String title, List<Figure> panels) {
        if (panels.size() > 1) {
            return List.of(new Panels(id + suffix, title + ", " + regime, panels));
        }
        return panels.stream()
                .<Picture>map(panel -> figure(id, title, panel.legend(), panel.lines()))
                .toList();
    }

    private Figure figure(String id, String title, Legend legend, Function<Coloured, List<Line>> lines) {
        return figure(
                id,
                title,
                legend,
                arms.stream().flatMap(arm -> lines.apply(arm).stream()).toList());
    }

    private Figure figure(String id, String title, Legend legend, List<Line> lines) {
        return new Figure(id + suffix, title + ", " + regime, FRAME, legend, lines);
    }
}
