package org.tailoff.reproductions.chapter.section5;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Panels;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Points;
import org.tailoff.figure.Range;
import org.tailoff.figure.Scale;
import org.tailoff.figure.Stroke;
import org.tailoff.record.EpochRecord;
import org.tailoff.record.IterationColumn;
import org.tailoff.run.FinishedRun;
import org.tailoff.spec.RunSpec;

/**
 * What weight decay does to the first layer of several sessions, as it was recorded: the norm of the weights over the
 * steps, and the share of the weights that the decay of a step takes, beside eta lambda/n of the spec. That share is
 * the recorded norm of the step of decay over the norm of the weights before it, known at the first step of every
 * epoch, since the epoch before ends with it.
 */
final class StrategyDecay {
    private static final String WEIGHTS = "0_W";
    private static final Axis STEPS = logarithmic("Steps");

    private StrategyDecay() {}

    /**
     * A session.
     *
     * @param words what the legend calls it
     * @param colour its colour
     * @param spec what was asked for
     * @param run what was recorded
     */
    record StrategySession(String words, Colour colour, RunSpec spec, FinishedRun run) {
        /** eta lambda/n. */
        double share() {
            return spec.training().learningRate()
                    * spec.training().regularisation().lambda()
                    / spec.data().trainingImages();
        }

        private double[] recorded(IterationColumn column) {
            return run.stored().series(WEIGHTS, column);
        }

        private double[] steps() {
            return Arrays.stream(run.stored().iterationNumbers())
                    .mapToDouble(iteration -> iteration + 1)
                    .toArray();
        }

        private Line norm() {
            return Line.measured(words, colour, Points.of(steps(), recorded(IterationColumn.NORM)));
        }

        /** At the first step of every epoch; the epochs of a run are as long as one another. */
        private Line shares() {
            double[] steps = steps();
            double[] decay = recorded(IterationColumn.DECAY_STEP_NORM);
            long epochSteps = spec.iterations() / spec.training().epochs();
            List<double[]> points = new ArrayList<>();
            for (EpochRecord before : run.epochs()) {
                double first = before.epoch() * epochSteps + 1;
                int index = Arrays.binarySearch(steps, first);
                if (index >= 0) {
                    points.add(new double[] {first, decay[index] / norm(before)});
                }
            }
            double[] x = points.stream().mapToDouble(point -> point[0]).toArray();
            double[] y = points.stream().mapToDouble(point -> point[1]).toArray();
            return new Line.Curve(words, colour, Stroke.DOTS, Points.of(x, y));
        }

        private static double norm(EpochRecord epoch) {
            return epoch.tensor(WEIGHTS).statistics().norm();
        }
    }

    static Picture of(String id, List<StrategySession> sessions) {
        Stream<Line> rules = sessions.stream()
                .map(StrategySession::share)
                .distinct()
                .map(share -> Line.horizontal("eta lambda/n = " + Picture.number(share), Colour.GREY, share));
        List<Line> shares = Stream.concat(rules, sessions.stream().map(StrategySession::shares))
                .toList();
        Frame frame = new Frame(STEPS, logarithmic(""), true);
        return new Panels(
                id,
                "What a step of weight decay takes of the first layer's weights",
                List.of(
                        new Figure(
                                id + "-norm",
                                "Norm of the weights",
                                frame,
                                Legend.UPPER_RIGHT,
                                sessions.stream().map(StrategySession::norm).toList()),
                        new Figure(
                                id + "-share",
                                "Step of decay, as a share of the weights before it; dashed: eta lambda/n",
                                frame,
                                Legend.NONE,
                                shares)));
    }

    private static Axis logarithmic(String label) {
        return new Axis(label, Scale.LOGARITHMIC, new Range.Automatic());
    }
}
