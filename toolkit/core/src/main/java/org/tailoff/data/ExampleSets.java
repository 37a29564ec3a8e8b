package org.tailoff.data;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.codec.binary.Hex;
import org.apache.commons.codec.digest.DigestUtils;

/**
 * The three sets of an experiment; of MNIST 50,000, 10,000 and 10,000 images. Validation and test may be empty.
 *
 * @param training what the network learns from
 * @param validation what hyper-parameters are chosen by
 * @param test what nothing is chosen by
 */
public record ExampleSets(LabelledExamples training, LabelledExamples validation, LabelledExamples test) {
    private static final int MAX_VALIDATION = 10_000;
    private static final int VALIDATION_SHARE = 6;

    /** Classes that a summary names. */
    private static final int SHOWN = 20;

    /**
     * Checks that a network for one set fits the others.
     *
     * @param training what the network learns from
     * @param validation what hyper-parameters are chosen by
     * @param test what nothing is chosen by
     * @throws IllegalArgumentException if the sets differ in the form of their examples
     */
    public ExampleSets {
        requireSameForm(training, validation, "validation");
        requireSameForm(training, test, "test");
    }

    private static void requireSameForm(LabelledExamples training, LabelledExamples other, String name) {
        if (!training.form().equals(other.form()) || !training.classes().equals(other.classes())) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT,
                    "the %s set must hold %s as the training set does, holds %s",
                    name,
                    training.form(),
                    other.form()));
        }
    }

    /**
     * Cuts the validation set off the end of a training file: its last sixth, but at least 1 image and at most 10,000,
     * as the book does (the last 10,000 of 60,000).
     *
     * @param training the whole training file, at least 2 images
     * @param test the whole test file
     * @return the three sets, sharing their bytes with the arguments
     * @throws IllegalArgumentException if {@code training.count() < 2} or the sets' images differ in size
     */
    public static ExampleSets split(LabelledImages training, LabelledImages test) {
        int count = training.count();
        if (count < 2) {
            throw new IllegalArgumentException("training must have at least 2 images, one for validation: " + count);
        }
        int validation = Math.min(MAX_VALIDATION, Math.max(1, count / VALIDATION_SHARE));
        int cut = count - validation;
        return new ExampleSets(training.first(cut), training.slice(cut, count), test);
    }

    /**
     * Reads any data set in IDX form, such as Fashion-MNIST, whose classes are the labels from 0 to the largest.
     *
     * @param directory where the four files are
     * @return the whole set; never part of one
     * @throws DataException as {@link #read(Path, int)}
     */
    public static ExampleSets read(Path directory) {
        return read(directory, 0);
    }

    /**
     * Reads any data set in IDX form and {@linkplain #split splits} it. The four files have MNIST's names,
     * {@code train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte} and
     * {@code t10k-labels-idx1-ubyte}, or such as EMNIST's, {@code emnist-letters-train-images-idx3-ubyte}; {@code idx4}
     * for images with channels. Each is plain or, failing that, has {@code .gz} at its end. Images of more than 64 MB
     * are not read into memory: they stay in their file, or are unpacked into a temporary one.
     *
     * @param directory where the four files are
     * @param labelsFrom the label of the first class, in [0, 255]: 1 for the letters of EMNIST
     * @return the whole set; never part of one. Its classes are the labels from {@code labelsFrom} to the largest
     * @throws DataException if the directory or a file is missing, truncated, damaged, or not what its header promises,
     *     or if a label is below {@code labelsFrom}
     */
    public static ExampleSets read(Path directory, int labelsFrom) {
        IdxDirectory files = IdxDirectory.of(directory);
        return IdxFile.readAll(files::find, labelsFrom);
    }

    /**
     * Brings every input to mean 0 and standard deviation 1 (divisor N) over the training set, and the other sets to
     * the same scale. An input that is the same in every training example becomes 0 there; elsewhere it is moved and
     * not scaled.
     *
     * @return the same rows, brought to that scale as they are read
     * @throws IllegalArgumentException if the examples are not rows of a table
     * @throws DataException if the standard deviation of an input is no finite number above 0
     */
    public ExampleSets standardised() {
        Standardisation scale = Standardisation.over(rows(training));
        return new ExampleSets(
                rows(training).standardised(scale),
                rows(validation).standardised(scale),
                rows(test).standardised(scale));
    }

    private static LabelledRows rows(LabelledExamples examples) {
        if (examples instanceof LabelledRows rows) {
            return rows;
        }
        throw new IllegalArgumentException("standardised needs rows of numbers, the data are " + examples.form());
    }

    /**
     * Makes images smaller: each new pixel is the mean of a square of old ones.
     *
     * @param size side of the squares in pixels, at least 1; must divide both sides of the images
     * @param rescale whether all pixels of all sets are then multiplied by one number, so that the mean of the sum of
     *     the squared pixels over the first training images is what it was
     * @param trainingImages how many are the first, at least 1
     * @return rows of numbers, the new pixels row by row
     * @throws IllegalArgumentException if the examples are not images or {@code size} does not divide their sides
     */
    public ExampleSets pooled(int size, boolean rescale, int trainingImages) {
        double scale = 1;
        if (rescale) {
            LabelledExamples first = training.first(trainingImages);
            scale = Math.sqrt(sumOfSquares(first) / sumOfSquares(MeanPooling.of(first, size, 1)));
        }
        return new ExampleSets(
                MeanPooling.of(training, size, scale),
                MeanPooling.of(validation, size, scale),
                MeanPooling.of(test, size, scale));
    }

    private static double sumOfSquares(LabelledExamples examples) {
        double[] example = new double[examples.inputs()];
        double sum = 0;
        for (int i = 0; i < examples.count(); i++) {
            examples.copyInputs(i, example, 0);
            for (double input : example) {
                sum += input * input;
            }
        }
        return sum;
    }

    /**
     * How many examples there are, of all sets, and how many of each class, so that a class shows that is not one.
     *
     * @return one line, with the first 20 classes: {@code 600 examples in 3 classes: blue (200), green (200), red
     *     (200)}
     */
    public String summary() {
        List<LabelledExamples> sets = List.of(training, validation, test);
        int all = sets.stream().mapToInt(LabelledExamples::count).sum();
        List<String> classes = training.classes();
        if (classes.isEmpty()) {
            return all + " " + training.form();
        }
        int[] counts = new int[classes.size()];
        for (LabelledExamples set : sets) {
            for (int example = 0; example < set.count(); example++) {
                counts[set.label(example)]++;
            }
        }
        String shown = IntStream.range(0, Math.min(SHOWN, counts.length))
                .mapToObj(label -> classes.get(label) + " (" + counts[label] + ")")
                .collect(Collectors.joining(", "));
        String more = counts.length > SHOWN ? " and " + (counts.length - SHOWN) + " more" : "";
        return all + " examples in " + counts.length + " classes: " + DataException.oneLine(shown) + more;
    }

    /**
     * A digest of all examples and labels: equal for equal data, wherever it came from.
     *
     * @return SHA-256, 64 hexadecimal digits
     */
    public String fingerprint() {
        MessageDigest digest = DigestUtils.getSha256Digest();
        training.updateDigest(digest);
        validation.updateDigest(digest);
        test.updateDigest(digest);
        return Hex.encodeHexString(digest.digest());
    }
}
