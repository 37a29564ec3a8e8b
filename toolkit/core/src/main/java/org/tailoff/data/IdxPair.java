package org.tailoff.data;

import java.io.Closeable;

/** A file of images and the file of their labels, read side by side. */
final class IdxPair implements Closeable {
    private final IdxStream images;
    private final IdxStream labels;
    private int position;

    private IdxPair(IdxStream images, IdxStream labels) {
        this.images = images;
        this.labels = labels;
    }

    /**
     * Opens both files.
     *
     * @throws DataException if either header is wrong or they disagree about the number of images
     */
    static IdxPair open(IdxSource images, IdxSource labels) {
        IdxStream imageStream = IdxStream.open(images, 3);
        try {
            IdxPair pair = new IdxPair(imageStream, IdxStream.open(labels, 1));
            pair.requireSoundHeaders(images.name());
            return pair;
        } catch (DataException e) {
            imageStream.close();
            throw e;
        }
    }

    private void requireSoundHeaders(String imagesName) {
        int found = labels.dimension(0);
        if (found != count()) {
            close();
            throw labels.error(4, count() + " labels, one per image of " + imagesName, Integer.toString(found));
        }
        long pixels = (long) rows() * columns();
        // Keeps a damaged header from asking for gigabytes before a single byte has been read, too.
        if (pixels > LabelledImages.MAX_PIXELS) {
            close();
            throw images.error(
                    8, "at most " + LabelledImages.MAX_PIXELS + " pixels per image", rows() + " x " + columns());
        }
    }

    int count() {
        return images.dimension(0);
    }

    int rows() {
        return images.dimension(1);
    }

    int columns() {
        return images.dimension(2);
    }

    int position() {
        return position;
    }

    boolean hasNext() {
        return position < count();
    }

    /**
     * Reads one image and its label; after the last one it checks that both files end there.
     *
     * @param target receives rows x columns bytes, row by row, at {@code start} and after
     * @return the label, in [0, 9]
     */
    int next(byte[] target, int start) {
        images.read(target, start, rows() * columns());
        int label = nextLabel();
        position++;
        if (!hasNext()) {
            images.finish();
            labels.finish();
        }
        return label;
    }

    private int nextLabel() {
        byte[] label = new byte[1];
        labels.read(label, 0, 1);
        int value = label[0] & 0xff;
        if (value >= LabelledImages.CLASSES) {
            throw labels.error(labels.offset() - 1, "a label in [0, 9]", Integer.toString(value));
        }
        return value;
    }

    @Override
    public void close() {
        images.close();
        labels.close();
    }
}
