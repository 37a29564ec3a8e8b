package org.tailoff.comparison;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.tailoff.random.NamedStreams;

class JudgeTest {
    /** By hand: sqrt(.964 x .036 / 10,000) = 0.0018629. */
    @Test
    void anAccuracyOfMnistsValidationImagesIsGoodToAFifthOfAPoint() {
        assertThat(new Judge("validation", 10_000).samplingError(96.4)).isCloseTo(0.18629, within(1e-5));
    }

    /**
     * Two networks that make 10 % mistakes each and none in common, on 400 images drawn anew 4,000 times: the deviation
     * of their difference has a relative standard error of 1 / sqrt(8,000) = 1.1 %; 5 % are passed with probability
     * 1e-5.
     */
    @Test
    void aDifferenceVariesMostWhereNoMistakeIsCommon() {
        RandomGenerator random = new NamedStreams(2).stream("images");
        int draws = 4_000;
        double squares = 0;
        for (int draw = 0; draw < draws; draw++) {
            int difference = 0;
            for (int image = 0; image < 400; image++) {
                double u = random.nextDouble();
                difference += u < 0.1 ? 1 : u < 0.2 ? -1 : 0;
            }
            squares += Math.pow(100 * difference / 400.0, 2);
        }
        double bound = new Judge("test", 400).samplingErrorOfDifference(90);
        assertThat(Math.sqrt(squares / draws) / bound).isCloseTo(1, within(0.05));
    }
}
