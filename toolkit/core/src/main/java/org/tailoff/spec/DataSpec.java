package org.tailoff.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.EnumSet;
import java.util.List;

/**
 * Which examples a run sees.
 *
 * @param source where they come from; MNIST, which is left out of files, when null
 * @param trainingImages n: training uses the first n examples of the training set, at least 1
 * @param evaluate the sets whose cost and accuracy are measured after every epoch, without repeats
 * @param pooling how images are made smaller; null, and left out of files, for not at all
 */
public record DataSpec(
        @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = DataSource.Mnist.class)
        DataSource source,

        int trainingImages,
        List<DataSet> evaluate,

        @JsonInclude(JsonInclude.Include.NON_NULL) Pooling pooling) {
    /** A set of examples that a run can be evaluated on. */
    public enum DataSet {
        /** The examples the run trains on. */
        @JsonProperty("training")
        TRAINING,
        /** The examples held out of training to choose by. */
        @JsonProperty("validation")
        VALIDATION,
        /** The first 100 of those, or all if there are fewer: the quick look of section 3.5. */
        @JsonProperty("validation-100")
        VALIDATION_100,
        /** The examples that nothing is chosen by. */
        @JsonProperty("test")
        TEST;

        /** {@return the name used in specs and files} */
        public String label() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Mean pooling: every image becomes smaller, each new pixel the mean of a square of old ones.
     *
     * @param size side of the squares in pixels, at least 2; must divide both sides of the images
     * @param rescale whether all pixels are then multiplied by one number, so that the mean over the training images of
     *     the sum of the squared pixels is what it was
     */
    public record Pooling(int size, boolean rescale) {
        /**
         * Checks the size.
         *
         * @throws SpecException if {@code size} is below 2
         */
        public Pooling {
            SpecChecks.requireAtLeast(2, size, "data.pooling.size");
        }
    }

    /**
     * Validates the slice.
     *
     * @throws SpecException if {@code trainingImages} is below 1 or a set is named twice
     */
    public DataSpec {
        source = source == null ? new DataSource.Mnist() : source;
        SpecChecks.requireAtLeast(1, trainingImages, "data.training-images");
        evaluate = SpecChecks.requireEntries(evaluate, "data.evaluate");
        if (evaluate.size()
                != (evaluate.isEmpty() ? 0 : EnumSet.copyOf(evaluate).size())) {
            throw new SpecException("data.evaluate must name every set at most once, was " + evaluate);
        }
    }

    /** Examples of MNIST. */
    public DataSpec(int trainingImages, List<DataSet> evaluate) {
        this(new DataSource.Mnist(), trainingImages, evaluate, null);
    }

    /**
     * As many examples from somewhere else.
     *
     * @param newSource where they come from
     * @return the changed section
     */
    public DataSpec withSource(DataSource newSource) {
        return new DataSpec(newSource, trainingImages, evaluate, pooling);
    }

    /**
     * The same examples made smaller.
     *
     * @param newPooling how
     * @return the changed section
     */
    public DataSpec withPooling(Pooling newPooling) {
        return new DataSpec(source, trainingImages, evaluate, newPooling);
    }
}
