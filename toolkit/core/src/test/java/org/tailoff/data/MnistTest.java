package org.tailoff.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.tailoff.random.BookReference;

class MnistTest {
    private static final ExampleSets DATA = Mnist.embedded();

    @Test
    void theSetsHaveTheBooksSizes() {
        assertThat(DATA.training()).hasToString("50000 images of 28 x 28 pixels in 10 classes: 0 to 9");
        assertThat(DATA.validation()).hasToString("10000 images of 28 x 28 pixels in 10 classes: 0 to 9");
        assertThat(DATA.test()).hasToString("10000 images of 28 x 28 pixels in 10 classes: 0 to 9");
    }

    /** Oracle: the book's own first mini-batch of its run {@code regularized}. */
    @Test
    void theFirstMiniBatchHasTheReferencesLabels() {
        int[] indices = BookReference.ints("regularized run: first minibatch indices (0-based into MNIST train)");

        assertThat(IntStream.of(indices).map(DATA.training()::label).toArray())
                .isEqualTo(BookReference.ints("their labels"));
    }

    @Test
    void isRecognisedWhereverItComesFromAndNothingElseIs() {
        assertThat(Mnist.is(DATA)).isTrue();
        assertThat(Mnist.is(new ExampleSets(DATA.training(), DATA.test(), DATA.validation())))
                .isFalse();
    }

    @Nested
    class UnusedPixels {
        @Test
        void are67InTheTrainingSet() {
            assertThat(DATA.training().unusedInputs()).hasSize(67);
        }

        @Test
        void are175InTheFirstThousandImages() {
            assertThat(DATA.training().first(1000).unusedInputs()).hasSize(175);
        }
    }
}
