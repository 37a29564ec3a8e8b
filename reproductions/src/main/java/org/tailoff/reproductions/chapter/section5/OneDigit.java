package org.tailoff.reproductions.chapter.section5;

import java.util.List;
import java.util.stream.DoubleStream;
import org.tailoff.published.Criterion;

/**
 * Every count, published and measured, is the number of images of one digit: the network gives all images the same
 * label.
 *
 * @param images how many images of each digit there are, 0 first
 * @param why the reason
 */
public record OneDigit(List<Integer> images, String why) implements Criterion {
    /** MNIST's 10,000 validation images. */
    public static final List<Integer> VALIDATION = List.of(991, 1064, 990, 1030, 983, 915, 967, 1090, 1009, 961);

    public OneDigit {
        images = List.copyOf(images);
    }

    @Override
    public String rule() {
        return "every count, published and measured, is that of one digit (number of others)";
    }

    /** The worst is the number of counts that are not those of a digit. */
    @Override
    public Outcome judge(double[] published, List<double[]> draws) {
        long others = DoubleStream.concat(
                        DoubleStream.of(published), draws.stream().flatMapToDouble(DoubleStream::of))
                .filter(count -> !images.contains((int) count) || count != Math.rint(count))
                .count();
        return new Outcome(others == 0, draws.stream().anyMatch(draw -> draw.length > 0), others);
    }
}
