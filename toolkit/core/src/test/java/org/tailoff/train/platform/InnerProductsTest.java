package org.tailoff.train.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.tailoff.data.LabelledExamples;
import org.tailoff.data.Mnist;

/** Oracle: the sum over the pixels, which is exact in any order. */
class InnerProductsTest {
    private static final LabelledExamples EXAMPLES = Mnist.embedded().training().first(40);

    private final InnerProducts products = new InnerProducts(EXAMPLES.inputs(), 30, 3);

    private static double product(int one, int other) {
        double sum = 0;
        for (int pixel = 0; pixel < EXAMPLES.inputs(); pixel++) {
            sum += EXAMPLES.input(one, pixel) * EXAMPLES.input(other, pixel);
        }
        return sum;
    }

    private void putAll() {
        for (int example = 0; example < 30; example++) {
            products.put(example, EXAMPLES, example);
        }
    }

    @Test
    void productsOfTheChosenWithSomeOfTheExamplesAreExact() {
        putAll();
        products.choose(0, 7);
        products.choose(1, EXAMPLES, 35);
        double[] target = new double[2 * 6];
        products.with(2, 4, 10, target);
        for (int k = 0; k < 6; k++) {
            assertThat(target[k]).isEqualTo(product(7, 4 + k));
            assertThat(target[6 + k]).isEqualTo(product(35, 4 + k));
        }
    }

    @Test
    void whatIsExchangedIsFoundInTheOtherPlace() {
        putAll();
        products.choose(0, 2);
        products.swap(2, 20);
        products.choose(1, 2);
        double[] target = new double[2 * 30];
        products.with(2, 0, 30, target);
        assertThat(target[20]).as("chosen before, with its new place").isEqualTo(product(2, 2));
        assertThat(target[2]).isEqualTo(product(2, 20));
        assertThat(target[30 + 2]).as("chosen after").isEqualTo(product(20, 20));
        assertThat(target[30 + 5]).isEqualTo(product(20, 5));
    }

    @Test
    void aBlockIsAsLargeAsWasAskedFor() {
        assertThat(products.block()).isEqualTo(3);
    }
}
