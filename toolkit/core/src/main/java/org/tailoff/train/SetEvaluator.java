package org.tailoff.train;

import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.tailoff.data.LabelledExamples;
import org.tailoff.record.SetScore;
import org.tailoff.spec.DataSpec.DataSet;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;
import org.tailoff.train.fused.DenseForward;
import org.tailoff.train.fused.DenseStack;
import org.tailoff.train.fused.ExampleSource;
import org.tailoff.train.fused.FusedRules;
import org.tailoff.train.measure.ParameterMemory;
import org.tailoff.train.measure.ParameterTensor;
import org.tailoff.train.measure.Vectors;

/** Scores a network on the sets its spec names. */
final class SetEvaluator {
    private final Regularisation regularisation;
    private final ParameterMemory memory;
    private final List<ParameterTensor> weights;
    private final List<Target> targets = new ArrayList<>();

    /** A set with the means to run through it. */
    private record Target(DataSet set, LabelledExamples examples, DenseForward forward) {}

    /**
     * Makes the evaluator.
     *
     * @param spec names the sets
     * @param examples finds the examples of a set
     * @param memory the network's parameters
     * @param tensors where they lie
     */
    SetEvaluator(RunSpec spec, RunSets examples, ParameterMemory memory, List<ParameterTensor> tensors) {
        this.memory = memory;
        regularisation = spec.training().regularisation();
        weights = tensors.stream().filter(tensor -> tensor.key().equals("W")).toList();
        DenseStack stack = FusedRules.stack(spec.dense());
        Pointer pointer = memory.pointer();
        for (DataSet set : spec.data().evaluate()) {
            LabelledExamples of = examples.of(set);
            targets.add(new Target(set, of, new DenseForward(stack, pointer, new ExampleSource(of))));
        }
    }

    /** One score per set, at the parameters as they are now. */
    List<SetScore> scores() {
        double penalty = targets.isEmpty() ? 0 : penalty();
        List<SetScore> scores = new ArrayList<>();
        for (Target target : targets) {
            int count = target.examples().count();
            DenseForward.Evaluation found = target.forward().evaluate(0, count);
            double cost = found.costSum() / count;
            double regularised = cost + regularisation.coefficient(count) * penalty;
            scores.add(
                    new SetScore(target.set().label(), count, found.correct(), new SetScore.Cost(cost, regularised)));
        }
        return scores;
    }

    /** Half the sum of the squared weights for L2 (book eq. 85), the sum of their magnitudes for L1 (eq. 95). */
    private double penalty() {
        boolean absolute = regularisation instanceof Regularisation.L1;
        double penalty = 0;
        for (ParameterTensor tensor : weights) {
            double[] values = new double[tensor.length()];
            memory.read(tensor.offset(), values);
            penalty += absolute ? Vectors.magnitude(values) : Vectors.dot(values, values) / 2;
        }
        return penalty;
    }
}
