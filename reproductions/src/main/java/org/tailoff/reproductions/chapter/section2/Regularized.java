package org.tailoff.reproductions.chapter.section2;

import java.util.List;
import org.tailoff.command.CommandLines;

/**
 * Figures regularized1 and regularized2 of section 3.2, and the two more curves of the same file that the book left
 * out.
 *
 * <p><b>Setting:</b> that of {@link Overfitting}, with weight decay: lambda = 0.1. Here lambda / n is 1e-4, the value
 * that {@link RegularizedFull} has with 50 times the images.
 *
 * <p><b>To run:</b> {@code tailoff reproduce regularized}, or this class.
 */
public final class Regularized implements ThousandImages {
    /**
     * Runs this reproduction alone.
     *
     * @param args further options of {@code tailoff reproduce}
     */
    public static void main(String[] args) {
        CommandLines.reproduce(seeds -> List.of(new Regularized()), args);
    }

    @Override
    public String id() {
        return "regularized";
    }

    @Override
    public String question() {
        return "Does weight decay help a network that is trained on 1,000 images?";
    }

    @Override
    public String interpretation() {
        return "The test accuracy reaches 87.10 % instead of 82.27 %, and goes on rising; the training "
                + "cost, which now holds the regulariser, falls in every epoch.";
    }

    @Override
    public String source() {
        return "section 3.2, figures regularized1 and regularized2";
    }
}
