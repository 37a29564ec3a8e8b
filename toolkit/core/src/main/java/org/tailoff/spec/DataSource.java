package org.tailoff.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.regex.Pattern;

/** Where a run's examples come from; the paths in it start at the directory of the spec. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DataSource.Mnist.class, name = "mnist"),
    @JsonSubTypes.Type(value = DataSource.Idx.class, name = "idx"),
    @JsonSubTypes.Type(value = DataSource.Csv.class, name = "csv")
})
public sealed interface DataSource {
    /**
     * The numbers that are to be met, in place of classes.
     *
     * @return their columns; none where there are classes
     */
    default List<String> targets() {
        return List.of();
    }

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
     * Rows of numbers and what belongs to them, in a file of comma-separated values. A column is given by its name if
     * there is a header, by its number from 1 if there is none; those that are not named are the inputs.
     *
     * @param file the file
     * @param header whether its first line names the columns
     * @param label the column of the classes; null, and left out of files, where there are targets
     * @param targets the columns of the numbers that are to be met; empty, and left out of files, where there is a
     *     label
     * @param ignore columns that are left out; empty when null, and then left out of files
     * @param separator what stands between two cells, a character or {@value #TAB}; a comma, which is left out of
     *     files, when null
     * @param decimal what stands before decimals, a point or a comma; a point, which is left out of files, when null
     * @param scale what is done to the inputs
     * @param split which rows are for training, for validation and for test
     */
    record Csv(
            String file,
            boolean header,
            @JsonInclude(JsonInclude.Include.NON_NULL) String label,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> targets,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> ignore,

            @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = LeftOutIfComma.class)
            String separator,

            @JsonInclude(value = JsonInclude.Include.CUSTOM, valueFilter = LeftOutIfPoint.class)
            String decimal,

            Rescaling scale,
            Split split)
            implements DataSource {
        /** What a tab between cells is called. */
        public static final String TAB = "tab";

        private static final Pattern SEPARATOR = Pattern.compile("[^\\p{L}\\p{N}\"\\r\\n+.-]");

        /** Equal to a comma alone, as Jackson asks of a filter. */
        private static final class LeftOutIfComma {
            @Override
            public boolean equals(Object value) {
                return ",".equals(value);
            }

            @Override
            public int hashCode() {
                return ",".hashCode();
            }
        }

        /** Equal to a point alone. */
        private static final class LeftOutIfPoint {
            @Override
            public boolean equals(Object value) {
                return ".".equals(value);
            }

            @Override
            public int hashCode() {
                return ".".hashCode();
            }
        }

        /**
         * Checks that everything is there.
         *
         * @throws SpecException if something is not, the name of the file is blank, there are both a label and targets
         *     or neither, or a separator or decimal mark is none
         */
        public Csv {
            SpecChecks.requireText(file, "data.source.file");
            targets = targets == null ? List.of() : SpecChecks.requireEntries(targets, "data.source.targets");
            ignore = ignore == null ? List.of() : SpecChecks.requireEntries(ignore, "data.source.ignore");
            if (label == null && targets.isEmpty()) {
                throw new SpecException("data.source.label or data.source.targets must be given");
            }
            if (label != null && !targets.isEmpty()) {
                throw new SpecException("data.source.label must be left out beside data.source.targets, were '" + label
                        + "' and " + targets);
            }
            separator = separator == null ? "," : separator.equals("\t") ? TAB : separator;
            if (!separator.equals(TAB) && !SEPARATOR.matcher(separator).matches()) {
                throw new SpecException("data.source.separator must be a character that no number or word has, or tab,"
                        + " was '" + separator + "'");
            }
            decimal = decimal == null ? "." : decimal;
            if (!decimal.equals(".") && !decimal.equals(",")) {
                throw new SpecException("data.source.decimal must be . or ,, was '" + decimal + "'");
            }
            SpecChecks.requirePresent(scale, "data.source.scale");
            SpecChecks.requirePresent(split, "data.source.split");
        }

        /** Classes in a table whose cells are parted by commas, all other columns of which are inputs. */
        public Csv(String file, boolean header, String label, Rescaling scale, Split split) {
            this(file, header, label, List.of(), List.of(), ",", ".", scale, split);
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
