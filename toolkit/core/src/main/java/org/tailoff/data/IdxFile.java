package org.tailoff.data;

import java.util.Arrays;
import java.util.function.Function;

/** The four files of a data set in MNIST's form. */
enum IdxFile {
    TRAIN_IMAGES("train-images-idx3-ubyte"),
    TRAIN_LABELS("train-labels-idx1-ubyte"),
    TEST_IMAGES("t10k-images-idx3-ubyte"),
    TEST_LABELS("t10k-labels-idx1-ubyte");

    /** Room for all of MNIST; a header that promises more is believed as the bytes arrive. */
    private static final int FIRST_ALLOCATION = 1 << 26;

    private final String fileName;

    IdxFile(String fileName) {
        this.fileName = fileName;
    }

    String fileName() {
        return fileName;
    }

    /**
     * Reads the four files and splits them.
     *
     * @throws DataException if any of them is unsound, or too small, or their images differ in size
     */
    static ExampleSets readAll(Function<IdxFile, IdxSource> sources) {
        IdxSource trainImages = sources.apply(TRAIN_IMAGES);
        IdxSource testImages = sources.apply(TEST_IMAGES);
        LabelledImages train = read(trainImages, sources.apply(TRAIN_LABELS));
        if (train.count() < 2) {
            throw DataException.at(trainImages.name(), 4, "at least 2 images, one for validation", "1");
        }
        LabelledImages test = read(testImages, sources.apply(TEST_LABELS));
        if (train.rows() != test.rows() || train.columns() != test.columns()) {
            throw DataException.at(testImages.name(), 8, size(train) + " pixels as in training", size(test));
        }
        return ExampleSets.split(train, test);
    }

    private static String size(LabelledImages images) {
        return images.rows() + " x " + images.columns();
    }

    private static LabelledImages read(IdxSource images, IdxSource labels) {
        try (IdxRecordReader reader = new IdxRecordReader(images, labels)) {
            int pixelsPerImage = reader.rows() * reader.columns();
            int total = reader.count() * pixelsPerImage;
            byte[] pixels = new byte[Math.min(total, Math.max(FIRST_ALLOCATION, pixelsPerImage))];
            byte[] label = new byte[reader.count()];
            for (int i = 0; i < label.length; i++) {
                int start = i * pixelsPerImage;
                pixels = withRoomFor(pixels, start + pixelsPerImage, total);
                label[i] = (byte) reader.nextImage(pixels, start);
            }
            return LabelledImages.of(reader.rows(), reader.columns(), pixels, label);
        }
    }

    private static byte[] withRoomFor(byte[] pixels, int needed, int total) {
        return needed <= pixels.length
                ? pixels
                : Arrays.copyOf(pixels, (int) Math.min(total, Math.max(needed, 2L * pixels.length)));
    }
}
