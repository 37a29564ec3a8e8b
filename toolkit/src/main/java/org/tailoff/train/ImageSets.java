package org.tailoff.train;

import org.tailoff.data.DigitData;
import org.tailoff.data.LabelledImages;
import org.tailoff.spec.DataSpec.DataSet;

/**
 * The sets of images of one run.
 *
 * @param data all images
 * @param trainingImages how many of the training images the run uses
 */
record ImageSets(DigitData data, int trainingImages) {
    private static final int FEW = 100;

    ImageSets {
        if (trainingImages > data.training().count()) {
            throw new IllegalArgumentException("data.training-images must be at most "
                    + data.training().count() + ", the size of the training set, was " + trainingImages);
        }
    }

    LabelledImages of(DataSet set) {
        return switch (set) {
            case TRAINING -> data.training().first(trainingImages);
            case VALIDATION -> data.validation();
            case VALIDATION_100 ->
                data.validation().first(Math.min(FEW, data.validation().count()));
            case TEST -> data.test();
        };
    }
}
