package org.tailoff.data;

import java.util.Arrays;

/** Makes images smaller by taking the mean of squares of pixels. */
final class MeanPooling {
    private MeanPooling() {}

    /**
     * Smaller images.
     *
     * @param examples images
     * @param size side of the squares in pixels
     * @param scale what every mean is multiplied by
     * @return their pixels, row by row, as rows of numbers
     * @throws IllegalArgumentException if they are not images or {@code size} does not divide their sides
     */
    static LabelledRows of(LabelledExamples examples, int size, double scale) {
        if (!(examples instanceof LabelledImages images)) {
            throw new IllegalArgumentException("data.pooling needs images, the data are " + examples.form());
        }
        if (images.shape().get(0) != 1) {
            throw new IllegalArgumentException(
                    "data.pooling needs images of one channel, the data are " + images.form());
        }
        if (images.rows() % size != 0 || images.columns() % size != 0) {
            throw new IllegalArgumentException(
                    "data.pooling.size must divide both sides of the images, was " + size + " for " + images.form());
        }
        int columns = images.columns() / size;
        int inputs = images.rows() / size * columns;
        int[] labels = new int[images.count()];
        double[] image = new double[images.inputs()];
        double[] pooled = new double[inputs];
        try (NumberTable.Builder all = new NumberTable.Builder(inputs, "pooled images", NumberTable.MOST_IN_MEMORY)) {
            for (int i = 0; i < labels.length; i++) {
                images.copyInputs(i, image, 0);
                labels[i] = images.label(i);
                Arrays.fill(pooled, 0);
                for (int pixel = 0; pixel < image.length; pixel++) {
                    int row = pixel / images.columns() / size;
                    int column = pixel % images.columns() / size;
                    pooled[row * columns + column] += image[pixel];
                }
                for (int k = 0; k < inputs; k++) {
                    pooled[k] *= scale / (size * size);
                }
                all.add(pooled);
            }
            return LabelledRows.of(all.build(), new Targets.Classes(images.classes(), labels));
        }
    }
}
