package org.tailoff.random;

import org.apache.commons.rng.UniformRandomProvider;

/**
 * The longs of a generator of Commons RNG. Its authors keep those from release to release, but not what they make of
 * them, so nothing else is asked for. Not safe for use by several threads.
 */
final class CommonsRandom implements StableRandom {
    private final UniformRandomProvider source;
    private final PolarNormals normals = new PolarNormals();

    CommonsRandom(UniformRandomProvider source) {
        this.source = source;
    }

    @Override
    public long nextLong() {
        return source.nextLong();
    }

    @Override
    public double nextGaussian() {
        return normals.next(this);
    }
}
