package org.tailoff.spec;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.List;

/**
 * Which images a run sees.
 *
 * @param trainingImages n: training uses the first n images of the training set, at least 1
 * @param evaluate the sets whose cost and accuracy are measured after every epoch, without repeats
 */
public record DataSpec(int trainingImages, List<DataSet> evaluate) {
    /** A set of images that a run can be evaluated on. */
    public enum DataSet {
        /** The images the run trains on. */
        @JsonProperty("training")
        TRAINING,
        /** The images held out of the training file. */
        @JsonProperty("validation")
        VALIDATION,
        /** The first 100 of those, or all if there are fewer: the quick look of section 3.5. */
        @JsonProperty("validation-100")
        VALIDATION_100,
        /** The images of the test file. */
        @JsonProperty("test")
        TEST;

        /** {@return the name used in specs and files} */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Validates the slice.
     *
     * @throws SpecException if {@code trainingImages} is below 1 or a set is named twice
     */
    public DataSpec {
        Checks.requireAtLeast(1, trainingImages, "data.training-images");
        evaluate = List.copyOf(Checks.requirePresent(evaluate, "data.evaluate"));
        if (evaluate.size()
                != (evaluate.isEmpty() ? 0 : EnumSet.copyOf(evaluate).size())) {
            throw new SpecException("data.evaluate must name every set at most once, was " + evaluate);
        }
    }
}
