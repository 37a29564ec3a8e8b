package org.tailoff.registry;

import java.security.CodeSource;
import java.util.Arrays;
import org.tailoff.initialise.WeightInitialiser;

/**
 * Where a class came from.
 *
 * @param type its name
 * @param place the file name of its jar or directory; {@code class path} if that is unknown
 */
record PluginOrigin(String type, String place) {
    static final String CLASS_PATH = "class path";

    static PluginOrigin of(WeightInitialiser initialiser) {
        return initialiser instanceof Configured configured ? of(configured.plugin()) : of(initialiser.getClass());
    }

    static PluginOrigin of(Class<?> type) {
        CodeSource code = type.getProtectionDomain().getCodeSource();
        return new PluginOrigin(type.getName(), code == null ? CLASS_PATH : fileName(code));
    }

    private static String fileName(CodeSource code) {
        if (code.getLocation() == null) {
            return CLASS_PATH;
        }
        String[] path = code.getLocation().getPath().split("/", -1);
        return Arrays.stream(path).filter(part -> !part.isEmpty()).reduce(CLASS_PATH, (first, last) -> last);
    }

    @Override
    public String toString() {
        return type + " in " + place;
    }
}
