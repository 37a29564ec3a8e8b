package org.tailoff.registry;

/**
 * Something that kept a plugin, or one initialiser in it, from being used; the others are not affected.
 *
 * @param place the jar's file name, or {@code class path}
 * @param cause one line: what is wrong
 */
public record PluginProblem(String place, String cause) {
    static PluginProblem of(String place, String cause) {
        return new PluginProblem(place, PluginOrigin.oneLine(cause));
    }

    @Override
    public String toString() {
        return place + ": " + cause;
    }
}
