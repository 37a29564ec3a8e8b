package org.tailoff.train;

import org.tailoff.data.LabelledImages;

/**
 * Images as the fused engine asks for them.
 *
 * @param images the set
 */
record ImageSource(LabelledImages images) implements BatchSource {
    @Override
    public int inputs() {
        return images.pixelsPerImage();
    }

    @Override
    public int outputs() {
        return LabelledImages.CLASSES;
    }

    @Override
    public void inputsInto(int[] order, int from, int count, double[] target) {
        images.copyPixels(order, from, count, target);
    }

    @Override
    public int label(int image) {
        return images.label(image);
    }
}
