package org.tailoff.reproductions.chapter.section2;

import java.util.List;
import org.tailoff.command.CommandLines;

/**
 * Figures overfitting1 to overfitting4 of section 3.2.
 *
 * <p><b>Setting:</b> 784-30-10, cross-entropy, old N(0,1) weights, eta = 0.5, mini-batches of 10, the first 1,000
 * training images, 400 epochs, no regularisation.
 *
 * <p><b>To run:</b> {@code tailoff reproduce overfitting}, or this class.
 */
public final class Overfitting implements ThousandImages {
    /**
     * Runs this reproduction alone.
     *
     * @param args further options of {@code tailoff reproduce}
     */
    public static void main(String[] args) {
        CommandLines.reproduce(seeds -> List.of(new Overfitting()), args);
    }

    @Override
    public String id() {
        return "overfitting";
    }

    @Override
    public String question() {
        return "What happens when a network with 23,860 parameters is trained on 1,000 images?";
    }

    @Override
    public String interpretation() {
        return "The training cost falls to the end and every training image is classified correctly from "
                + "epoch 73 on, while the test accuracy stays below 82.3 % and the test cost rises from "
                + "epoch 15 on: the network learns its 1,000 images by heart.";
    }

    @Override
    public String source() {
        return "section 3.2, figures overfitting1 to overfitting4";
    }
}
