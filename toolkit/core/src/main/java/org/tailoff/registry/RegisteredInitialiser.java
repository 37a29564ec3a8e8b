package org.tailoff.registry;

import org.tailoff.initialise.WeightInitialiser;

/**
 * An initialiser that was found, with where it came from.
 *
 * @param id unique among all that were found
 * @param initialiser the initialiser itself
 * @param type the name of its class
 * @param place the file name of its jar in the plugins directory, or {@code class path}
 */
public record RegisteredInitialiser(String id, WeightInitialiser initialiser, String type, String place) {
    RegisteredInitialiser with(WeightInitialiser other) {
        return new RegisteredInitialiser(id, other, type, place);
    }

    /**
     * The code behind it, read from where it was found.
     *
     * @return never null
     * @throws java.io.UncheckedIOException if it cannot be read
     */
    public PluginBuild build() {
        return PluginBuild.of(
                initialiser instanceof Configured configured
                        ? configured.plugin().getClass()
                        : initialiser.getClass());
    }
}
