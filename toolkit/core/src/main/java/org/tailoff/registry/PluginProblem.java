package org.tailoff.registry;

import org.tailoff.text.Texts;

/**
 * Something that kept a plugin, or one initialiser in it, from being used; the others are not affected.
 *
 * @param place the jar's file name, or {@code class path}
 * @param cause one line: what is wrong
 */
public record PluginProblem(String place, String cause) {
    /** Leaves out line breaks. */
    public PluginProblem {
        cause = Texts.oneLine(cause);
    }

    @Override
    public String toString() {
        return place + ": " + cause;
    }
}
