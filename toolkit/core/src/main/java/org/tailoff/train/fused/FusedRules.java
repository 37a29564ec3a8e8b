package org.tailoff.train.fused;

import java.util.Collections;
import org.tailoff.spec.Activation;
import org.tailoff.spec.Cost;
import org.tailoff.spec.DenseNetwork;
import org.tailoff.spec.Regularisation;
import org.tailoff.spec.RunSpec;

/** Turns a spec into what the fused engine works on. */
public final class FusedRules {
    private FusedRules() {}

    /** {@return the layers of a spec as the engine sees them} */
    public static DenseStack stack(DenseNetwork spec) {
        return new DenseStack(
                spec.layers(),
                Collections.nCopies(
                        spec.layers().size() - 2,
                        HiddenActivation.valueOf(spec.hidden().name())),
                output(spec),
                1 - spec.dropout());
    }

    private static OutputRule output(DenseNetwork spec) {
        if (spec.output() == Activation.SOFTMAX) {
            return OutputRule.SOFTMAX_LOG_LIKELIHOOD;
        }
        return spec.cost() == Cost.QUADRATIC ? OutputRule.SIGMOID_QUADRATIC : OutputRule.SIGMOID_CROSS_ENTROPY;
    }

    /** {@return the step that a spec asks for} */
    public static SgdRule rule(RunSpec spec) {
        Regularisation regularisation = spec.training().regularisation();
        SgdRule.Decay decay = regularisation instanceof Regularisation.L1
                ? SgdRule.Decay.L1
                : regularisation instanceof Regularisation.L2 ? SgdRule.Decay.L2 : SgdRule.Decay.NONE;
        return new SgdRule(spec.training().learningRate(), decay, spec.decay());
    }
}
