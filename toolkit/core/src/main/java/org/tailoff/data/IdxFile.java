package org.tailoff.data;

import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The four files of a data set in MNIST's form. */
enum IdxFile {
    TRAIN_IMAGES("train-images-idx3-ubyte", "train-images[-.]idx[34]-ubyte"),
    TRAIN_LABELS("train-labels-idx1-ubyte", "train-labels[-.]idx1-ubyte"),
    TEST_IMAGES("t10k-images-idx3-ubyte", "(?:t10k|test)-images[-.]idx[34]-ubyte"),
    TEST_LABELS("t10k-labels-idx1-ubyte", "(?:t10k|test)-labels[-.]idx1-ubyte");

    /** MNIST's training images are 47 MB; a number of four bytes is kept of every pixel that is not 0. */
    private static final long MOST_IN_MEMORY = 1 << 26;

    private final String fileName;
    private final String names;

    IdxFile(String fileName, String names) {
        this.fileName = fileName;
        this.names = names;
    }

    /** MNIST's name of it. */
    String fileName() {
        return fileName;
    }

    /** Its names in other sets: group 1 is the set's own part at the beginning, empty or up to a hyphen. */
    Pattern names() {
        return Pattern.compile("(|.*-)" + names + "(?:\\.gz)?");
    }

    /** Reads the four files and splits them; as {@link #readAll(Function, int, long)}. */
    static ExampleSets readAll(Function<IdxFile, IdxSource> sources, int labelsFrom) {
        return readAll(sources, labelsFrom, MOST_IN_MEMORY);
    }

    /**
     * Reads the four files and splits them.
     *
     * @param sources where each file is
     * @param labelsFrom the label of the first class, in [0, 255]
     * @param mostInMemory bytes of images in one file that are read into memory
     * @throws DataException if any of them is unsound, or too small, or their images differ in size, or there are fewer
     *     than two classes
     */
    static ExampleSets readAll(Function<IdxFile, IdxSource> sources, int labelsFrom, long mostInMemory) {
        try (IdxPair train = IdxPair.open(sources.apply(TRAIN_IMAGES), sources.apply(TRAIN_LABELS));
                IdxPair test = IdxPair.open(sources.apply(TEST_IMAGES), sources.apply(TEST_LABELS))) {
            if (train.count() < 2) {
                throw DataException.at(train.imageSource().name(), 4, "at least 2 images, one for validation", "1");
            }
            if (!train.shape().equals(test.shape())) {
                throw DataException.at(
                        test.imageSource().name(), 8, size(train) + " pixels as in training", size(test));
            }
            List<String> classes = classes(train, test, labelsFrom);
            return ExampleSets.split(
                    images(train, classes, labelsFrom, mostInMemory), images(test, classes, labelsFrom, mostInMemory));
        }
    }

    private static List<String> classes(IdxPair train, IdxPair test, int labelsFrom) {
        int last = Math.max(train.largestLabel(), test.largestLabel());
        if (last == labelsFrom) {
            throw DataException.of(train.labelSource().name(), "at least 2 classes", "the label " + last + " alone");
        }
        return IntStream.rangeClosed(labelsFrom, last)
                .mapToObj(Integer::toString)
                .toList();
    }

    private static LabelledImages images(IdxPair pair, List<String> classes, int labelsFrom, long mostInMemory) {
        byte[] numbers = pair.classNumbers(labelsFrom);
        return LabelledImages.of(pair.shape(), classes, pair.pixels(mostInMemory), numbers);
    }

    private static String size(IdxPair pair) {
        return pair.shape().stream()
                .skip(pair.shape().get(0) == 1 ? 1 : 0)
                .map(Object::toString)
                .collect(Collectors.joining(" x "));
    }
}
