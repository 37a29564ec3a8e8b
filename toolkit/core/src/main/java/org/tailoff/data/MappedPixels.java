package org.tailoff.data;

import java.nio.ByteBuffer;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;

/** Pixels of images in a file, a byte each: none of them is kept in the heap. */
final class MappedPixels implements Pixels {
    private final MappedRecords images;

    /**
     * Pixels in a file.
     *
     * @param images one record each, row by row
     */
    MappedPixels(MappedRecords images) {
        this.images = images;
    }

    @Override
    public int length() {
        return images.length();
    }

    @Override
    public int first(int image) {
        ByteBuffer map = images.map(image);
        int start = images.start(image);
        int index = 0;
        while (index < length() && map.get(start + index) == 0) {
            index++;
        }
        return index;
    }

    @Override
    public int end(int image) {
        ByteBuffer map = images.map(image);
        int start = images.start(image);
        int end = length();
        while (end > 0 && map.get(start + end - 1) == 0) {
            end--;
        }
        return end;
    }

    @Override
    public double value(int image, int index) {
        return LabelledImages.intensity(images.map(image).get(images.start(image) + index));
    }

    @Override
    public void copy(int image, double[] target, int offset) {
        ByteBuffer map = images.map(image);
        int start = images.start(image);
        for (int k = 0; k < length(); k++) {
            target[offset + k] = LabelledImages.intensity(map.get(start + k));
        }
    }

    @Override
    public void copy(int image, DoubleBuffer target, int offset) {
        ByteBuffer map = images.map(image);
        int start = images.start(image);
        for (int k = 0; k < length(); k++) {
            target.put(offset + k, LabelledImages.intensity(map.get(start + k)));
        }
    }

    @Override
    public void copy(int image, FloatBuffer target, int offset) {
        ByteBuffer map = images.map(image);
        int start = images.start(image);
        for (int k = 0; k < length(); k++) {
            target.put(offset + k, (float) LabelledImages.intensity(map.get(start + k)));
        }
    }

    /** The operating system reads ahead by itself. */
    @Override
    public void touch(int image) {}

    @Override
    public void mark(int image, boolean[] used) {
        ByteBuffer map = images.map(image);
        int start = images.start(image);
        for (int k = 0; k < length(); k++) {
            used[k] |= map.get(start + k) != 0;
        }
    }

    @Override
    public byte[] bytes(int image) {
        byte[] bytes = new byte[length()];
        images.map(image).get(images.start(image), bytes);
        return bytes;
    }
}
