package org.tailoff.examine;

/** By what angle steps turn weights. */
public final class Turn {
    private Turn() {}

    /**
     * The angle between weights W and W + update.
     *
     * @param norm ||W|| before the step
     * @param update ||update||
     * @param cosine of the angle between the update and -W, as
     *     {@link org.tailoff.record.IterationColumn#COSINE_UPDATE_WEIGHTS} has it
     * @return in radians, from 0 to pi
     */
    public static double angle(double norm, double update, double cosine) {
        double across = update * Math.sqrt(Math.max(0, 1 - cosine * cosine));
        return StrictMath.atan2(across, norm - update * cosine);
    }
}
