package org.tailoff.train;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;

final class ExtremesTest {

    @Property(tries = 300)
    void extremesAreThoseOfAPlainSearch(
            @ForAll long seed,
            @ForAll boolean single,
            @ForAll @IntRange(min = 1, max = 3000) int count,
            @ForAll @DoubleRange(min = -4, max = 4) double shift) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] weights =
                random.doubles(count).map(u -> (float) (4 * u - 2 + shift)).toArray();
        double[] parameters = Arrays.copyOf(weights, count + 1);
        LayerRegion shape = new LayerRegion(count, 1, 0, 1, true);
        Parameters memory = Parameters.of(single, parameters);
        DenseBlas blas = memory.pointer() instanceof FloatPointer floats
                ? new FloatBlas(shape, floats)
                : new DoubleBlas(shape, (DoublePointer) memory.pointer());
        Extremes extremes = new Extremes(blas);
        extremes.find();
        assertThat(extremes.lowest()).isEqualTo(Arrays.stream(weights).min().orElseThrow());
        assertThat(extremes.highest()).isEqualTo(Arrays.stream(weights).max().orElseThrow());
    }
}
