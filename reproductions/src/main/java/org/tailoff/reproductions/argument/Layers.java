package org.tailoff.reproductions.argument;

/** What the layers of weights of the book's networks are called. */
final class Layers {
    /** Weights from the pixels into the hidden neurons. */
    static final int HIDDEN = 0;

    /** Weights from the hidden neurons into the outputs. */
    static final int OUTPUT = 1;

    private Layers() {}

    static String name(int layer) {
        return layer == HIDDEN ? "hidden layer" : "output layer";
    }
}
