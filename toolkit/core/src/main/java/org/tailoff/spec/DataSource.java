package org.tailoff.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;

/** Where a run's examples come from; the paths in it start at the directory of the spec. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DataSource.Mnist.class, name = "mnist"),
    @JsonSubTypes.Type(value = DataSource.Idx.class, name = "idx"),
    @JsonSubTypes.Type(value = DataSource.Csv.class, name = "csv")
})
public sealed interface DataSource {
    /** The handwritten digits that come with the toolkit; what a spec has that says nothing. */
    record Mnist() implements DataSource {}

    /**
     * Images in four files of MNIST's form; the classes are the labels from {@code labelsFrom} to the largest.
     *
     * @param directory where they are
     * @param labelsFrom the label of the first class, in [0, 255]; 0, which is left out of files, when null
     */
    record Idx(
            String directory,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) Integer labelsFrom) implements DataSource {
        private static final int LARGEST_LABEL = 255;

        /**
         * Checks both.
         *
         * @throws SpecException if there is no directory, its name is blank, or {@code labelsFrom} is not in [0, 255]
         */
        public Idx {
            SpecChecks.requireText(directory, "data.source.directory");
            labelsFrom = labelsFrom == null ? 0 : labelsFrom;
            if (labelsFrom < 0 || labelsFrom > LARGEST_LABEL) {
                throw new SpecException("data.source.labels-from must be in [0, 255], was " + labelsFrom);
            }
        }

        /** Classes from the label 0 on. */
        public Idx(String directory) {
            this(directory, 0);
        }
    }

    /**
     * Rows of numbers and a class, in a file of comma-separated values.
     *
     * @param file the file
     * @param header whether its first line names the columns
     * @param label the column of the classes: its name if there is a header, its number from 1 if there is none
     * @param scale what is done to the numbers
     * @param split which rows are for training, for validation and for test
     */
    record Csv(String file, boolean header, String label, Rescaling scale, Split split) implements DataSource {
        /**
         * Checks that everything is there.
         *
         * @throws SpecException if something is not, or the name of the file is blank
         */
        public Csv {
            SpecChecks.requireText(file, "data.source.file");
            SpecChecks.requirePresent(label, "data.source.label");
            SpecChecks.requirePresent(scale, "data.source.scale");
            SpecChecks.requirePresent(split, "data.source.split");
        }
    }

    /** What is done to the numbers of a table. */
    enum Rescaling {
        /** Nothing. */
        @JsonProperty("none")
        NONE,
        /** Every column is brought to mean 0 and standard deviation 1 of its training rows. */
        @JsonProperty("standard")
        STANDARD
    }

    /**
     * How the rows of a table are dealt out at random: the rest is for training.
     *
     * @param validation share of all rows, in [0, 1)
     * @param test share of all rows, in [0, 1)
     * @param seed of the order in which they are dealt, apart from all other randomness of a run
     */
    record Split(double validation, double test, long seed) {
        /**
         * Checks the shares.
         *
         * @throws SpecException if a share is outside [0, 1) or nothing is left for training
         */
        public Split {
            requireShare(validation, "data.source.split.validation");
            requireShare(test, "data.source.split.test");
            if (validation + test >= 1) {
                throw new SpecException(
                        "data.source.split must leave rows for training, validation + test was " + (validation + test));
            }
        }

        private static void requireShare(double share, String key) {
            if (!(share >= 0 && share < 1)) {
                throw new SpecException(key + " must be a number in [0, 1), was " + share);
            }
        }
    }
}
