package org.tailoff.reproductions.argument;

import java.util.List;
import java.util.function.Consumer;
import org.tailoff.reproductions.argument.beyond.Beyond;
import org.tailoff.reproductions.argument.exercise.DecayFactor;
import org.tailoff.reproductions.argument.exercise.Dominance;
import org.tailoff.reproductions.argument.exercise.GraphedExamples;
import org.tailoff.reproductions.argument.exercise.LiveWeights;
import org.tailoff.reproductions.argument.exercise.Mechanism;
import org.tailoff.reproductions.argument.exercise.MostWeights;
import org.tailoff.reproductions.argument.exercise.PublishedCosts;
import org.tailoff.reproductions.argument.exercise.RightAngles;
import org.tailoff.reproductions.argument.exercise.Saturation;
import org.tailoff.reproductions.argument.exercise.Scaling;
import org.tailoff.reproductions.argument.exercise.TailOff;
import org.tailoff.reproductions.argument.law.Inputs;
import org.tailoff.reproductions.argument.law.Kick;
import org.tailoff.reproductions.argument.law.LinearScaling;
import org.tailoff.reproductions.argument.law.Rounding;
import org.tailoff.reproductions.argument.law.SaturationCourse;
import org.tailoff.reproductions.argument.law.Temperature;
import org.tailoff.reproductions.argument.thread.AnswerFour;
import org.tailoff.reproductions.argument.thread.AnswerOne;
import org.tailoff.reproductions.argument.thread.AnswerThree;
import org.tailoff.reproductions.argument.thread.AnswerTwo;
import org.tailoff.reproductions.argument.thread.TheQuestion;
import org.tailoff.verify.ClaimTest;

/** The whole argument: every claim of the exercise and of the thread, in their order. */
public final class Argument {
    private Argument() {}

    /** {@return every test, in the order of the claims} */
    public static List<ClaimTest> tests() {
        return List.of(
                new Dominance(),
                new MostWeights(),
                new RightAngles(),
                new DecayFactor(),
                new LiveWeights(),
                new PublishedCosts(),
                new TailOff(),
                new Scaling(),
                new Mechanism(),
                new Saturation(),
                new GraphedExamples(),
                new LinearScaling(),
                new Temperature(),
                new Kick(),
                new Inputs(),
                new SaturationCourse(),
                new Rounding(),
                new TheQuestion(),
                new AnswerOne(),
                new AnswerTwo(),
                new AnswerThree(),
                new AnswerFour());
    }

    /**
     * Claims on networks that no spec can describe; they train them themselves.
     *
     * @param progress is told in a line how far training is
     * @return every such test, in the order of the claims
     */
    public static List<ClaimTest> beyond(Consumer<String> progress) {
        return Beyond.tests(progress);
    }
}
