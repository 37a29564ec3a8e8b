package org.tailoff.reproductions.argument.experiment;

/** What the layers of weights of the book's networks are called. */
public final class Layers {
    /** Weights from the pixels into the hidden neurons. */
    public static final int HIDDEN = 0;

    /** Weights from the hidden neurons into the outputs. */
    public static final int OUTPUT = 1;

    private Layers() {}

    /** {@return what a layer of weights is called, the first being 0} */
    public static String name(int layer) {
        return layer == HIDDEN ? "hidden layer" : "output layer";
    }
}
