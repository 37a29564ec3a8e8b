package org.tailoff.train;

import java.util.Arrays;
import org.nd4j.linalg.learning.config.AMSGrad;
import org.nd4j.linalg.learning.config.AdaGrad;
import org.nd4j.linalg.learning.config.AdaMax;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.learning.config.IUpdater;
import org.nd4j.linalg.learning.config.Nadam;
import org.nd4j.linalg.learning.config.Nesterovs;
import org.nd4j.linalg.learning.config.RmsProp;
import org.nd4j.linalg.learning.config.Sgd;

/**
 * The published updaters as loops over arrays, each made of two gradients, the data's and a penalty's, that share the
 * second moments of their sum and have a first moment each. Sources: Kingma and Ba 2015 (Adam in the order of
 * calculation of the end of its section 2, AdaMax), Dozat 2016 (Nadam), Reddi et al. 2018 (AMSGrad), Duchi et al. 2011
 * (AdaGrad), Tieleman and Hinton 2012 (RMSProp), Sutskever et al. 2013 in the form of Bengio et al. 2013 (Nesterov).
 */
final class PlainUpdater {
    private final IUpdater like;
    private final double[] dataMoment;
    private final double[] penaltyMoment;
    private final double[] second;
    private final double[] largest;

    /** What is taken of every element because of either gradient. */
    record Parts(double[] ofGradient, double[] ofPenalty) {}

    private PlainUpdater(IUpdater like, int count) {
        this.like = like;
        dataMoment = new double[count];
        penaltyMoment = new double[count];
        second = new double[count];
        largest = new double[count];
        if (like instanceof RmsProp rmsProp) {
            Arrays.fill(second, rmsProp.getEpsilon());
        } else if (like instanceof AdaGrad) {
            Arrays.fill(second, AdaGrad.DEFAULT_ADAGRAD_EPSILON);
        }
    }

    static PlainUpdater like(IUpdater updater, int count) {
        return new PlainUpdater(updater, count);
    }

    Parts step(double[] gradient, double[] penalty, int iteration, int epoch) {
        Parts parts = new Parts(new double[gradient.length], new double[gradient.length]);
        double rate = like.getLearningRate(iteration, epoch);
        int t = iteration + 1;
        for (int i = 0; i < gradient.length; i++) {
            double g = gradient[i];
            double p = penalty[i];
            double[] both = both(i, g, p, rate, t, epoch);
            parts.ofGradient[i] = both[0];
            parts.ofPenalty[i] = both[1];
        }
        return parts;
    }

    private double[] both(int i, double g, double p, double rate, int t, int epoch) {
        if (like instanceof Sgd) {
            return new double[] {rate * g, rate * p};
        } else if (like instanceof AdaGrad adaGrad) {
            second[i] += (g + p) * (g + p);
            double scale = rate / (Math.sqrt(second[i]) + adaGrad.getEpsilon());
            return new double[] {scale * g, scale * p};
        } else if (like instanceof RmsProp rmsProp) {
            average(second, i, (g + p) * (g + p), rmsProp.getRmsDecay());
            double scale = rate / (Math.sqrt(second[i]) + rmsProp.getEpsilon());
            return new double[] {scale * g, scale * p};
        } else if (like instanceof Nesterovs nesterovs) {
            double mu = nesterovs.currentMomentum(t - 1, epoch);
            return new double[] {nesterov(dataMoment, i, g, mu, rate), nesterov(penaltyMoment, i, p, mu, rate)};
        } else if (like instanceof AdaMax adaMax) {
            average(dataMoment, i, g, adaMax.getBeta1());
            average(penaltyMoment, i, p, adaMax.getBeta1());
            second[i] = Math.max(adaMax.getBeta2() * second[i], Math.abs(g + p));
            double scale = rate / (1 - Math.pow(adaMax.getBeta1(), t)) / second[i];
            return second[i] == 0 ? new double[2] : new double[] {scale * dataMoment[i], scale * penaltyMoment[i]};
        } else if (like instanceof Adam adam) {
            average(dataMoment, i, g, adam.getBeta1());
            average(penaltyMoment, i, p, adam.getBeta1());
            average(second, i, (g + p) * (g + p), adam.getBeta2());
            double scale = rate * Math.sqrt(1 - Math.pow(adam.getBeta2(), t)) / (1 - Math.pow(adam.getBeta1(), t));
            double divided = scale / (Math.sqrt(second[i]) + adam.getEpsilon());
            return new double[] {divided * dataMoment[i], divided * penaltyMoment[i]};
        } else if (like instanceof AMSGrad ams) {
            average(dataMoment, i, g, ams.getBeta1());
            average(penaltyMoment, i, p, ams.getBeta1());
            average(second, i, (g + p) * (g + p), ams.getBeta2());
            largest[i] = Math.max(largest[i], second[i]);
            double scale = rate * Math.sqrt(1 - Math.pow(ams.getBeta2(), t)) / (1 - Math.pow(ams.getBeta1(), t));
            double divided = scale / (Math.sqrt(largest[i]) + ams.getEpsilon());
            return new double[] {divided * dataMoment[i], divided * penaltyMoment[i]};
        }
        Nadam nadam = (Nadam) like;
        double beta = nadam.getBeta1();
        average(dataMoment, i, g, beta);
        average(penaltyMoment, i, p, beta);
        average(second, i, (g + p) * (g + p), nadam.getBeta2());
        double scale = rate / (1 - Math.pow(beta, t)) / (Math.sqrt(second[i]) + nadam.getEpsilon());
        return new double[] {
            scale * (beta * dataMoment[i] + (1 - beta) * g), scale * (beta * penaltyMoment[i] + (1 - beta) * p)
        };
    }

    private static void average(double[] moment, int i, double value, double beta) {
        moment[i] = beta * moment[i] + (1 - beta) * value;
    }

    /** What is taken of an element: v_before mu - (1 + mu) v. */
    private static double nesterov(double[] velocity, int i, double gradient, double mu, double rate) {
        double before = velocity[i];
        velocity[i] = mu * before - rate * gradient;
        return mu * before - (1 + mu) * velocity[i];
    }
}
