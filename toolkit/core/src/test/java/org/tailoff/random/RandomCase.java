package org.tailoff.random;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;

/** What one case of a test draws; of numbers between bounds, the bounds and zero more often than chance has it. */
public final class RandomCase {
    private static final int EDGES = 20;

    private final long seed;
    private final SplittableRandom random;

    /** The case of a seed. */
    public RandomCase(long seed) {
        this.seed = seed;
        random = new SplittableRandom(seed);
    }

    /** Any number, as another seed. */
    public long seed() {
        return random.nextLong();
    }

    /** A whole number, both bounds included. */
    public int between(int low, int high) {
        return switch (random.nextInt(EDGES)) {
            case 0 -> low;
            case 1 -> high;
            default -> random.nextInt(low, high + 1);
        };
    }

    /** A number, both bounds included. */
    public double between(double low, double high) {
        return switch (random.nextInt(EDGES)) {
            case 0 -> low;
            case 1 -> high;
            case 2 -> Math.max(low, Math.min(0, high));
            default -> random.nextDouble(low, high);
        };
    }

    /** So many numbers, both bounds included. */
    public double[] between(int count, double low, double high) {
        return DoubleStream.generate(() -> between(low, high)).limit(count).toArray();
    }

    /** One of a type's constants. */
    public <E extends Enum<E>> E of(Class<E> type) {
        return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }

    /** Either. */
    public boolean flip() {
        return random.nextBoolean();
    }

    /** So many bytes. */
    public byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }

    /** A text of so many characters, any but surrogates and the one of code zero. */
    public String text(int length) {
        return random.ints(length, 1, Character.MIN_SURROGATE)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    public String toString() {
        return "seed " + seed;
    }
}
