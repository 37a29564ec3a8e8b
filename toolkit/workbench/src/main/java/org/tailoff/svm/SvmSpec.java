package org.tailoff.svm;

import org.tailoff.data.LabelledExamples;
import org.tailoff.text.Checks;

/**
 * A support vector classifier with the kernel exp(-gamma ||x - x'||^2), one against one.
 *
 * @param trainingImages n: it learns from the first n examples of the training set, at least 1
 * @param cost C, what an example on the wrong side of its margin costs, greater than 0
 * @param gamma how the width of the kernel is chosen
 */
public record SvmSpec(int trainingImages, double cost, Gamma gamma) {
    /** Rules for gamma. */
    public enum Gamma {
        /** 1 / p for p pixels: scikit-learn's default of 2014, with which the book's numbers were made. */
        AUTO {
            @Override
            double of(LabelledExamples examples) {
                return 1.0 / examples.inputs();
            }
        },
        /**
         * 1 / (p v), where v is the variance of all pixels of all training examples: scikit-learn's default since
         * version 0.22.
         */
        SCALE {
            @Override
            double of(LabelledExamples examples) {
                return 1 / (examples.inputs() * variance(examples));
            }
        };

        /**
         * The number for a training set.
         *
         * @param examples what is trained on
         * @return gamma, greater than 0
         */
        abstract double of(LabelledExamples examples);
    }

    /**
     * Checks the settings.
     *
     * @throws IllegalArgumentException if {@code trainingImages < 1} or {@code cost} is not a finite positive number
     */
    public SvmSpec {
        Checks.requireAtLeast(1, trainingImages, "trainingImages");
        if (!(cost > 0) || Double.isInfinite(cost)) {
            throw new IllegalArgumentException("cost must be a finite number > 0, was " + cost);
        }
    }

    private static double variance(LabelledExamples examples) {
        double sum = 0;
        double squares = 0;
        for (int example = 0; example < examples.count(); example++) {
            for (int pixel = 0; pixel < examples.inputs(); pixel++) {
                double value = examples.input(example, pixel);
                sum += value;
                squares += value * value;
            }
        }
        double count = (double) examples.count() * examples.inputs();
        return squares / count - sum / count * (sum / count);
    }
}
