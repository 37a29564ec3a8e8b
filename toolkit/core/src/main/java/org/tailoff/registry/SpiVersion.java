package org.tailoff.registry;

import java.io.IOException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Collectors;
import org.tailoff.initialise.WeightInitialiser;

/** Whether a plugin was built for the plugin interface that is here: what its jar says, and what its class has. */
final class SpiVersion {
    /** In a jar's manifest; without it, version 1. */
    static final String ATTRIBUTE = "Tailoff-SPI";

    private static final String CURRENT = Integer.toString(WeightInitialiser.SPI_VERSION);

    private SpiVersion() {}

    /**
     * Checks what a jar says.
     *
     * @throws IOException if it was built for another version
     */
    static void requireCurrent(JarFile jar) throws IOException {
        Optional<String> declared = Optional.ofNullable(jar.getManifest())
                .map(Manifest::getMainAttributes)
                .map(a -> a.getValue(ATTRIBUTE));
        if (declared.isPresent() && !declared.get().strip().equals(CURRENT)) {
            throw new IOException(String.format(
                    Locale.ROOT,
                    "expected %s: %s in its manifest, found '%s': built for another version of Tailoff",
                    ATTRIBUTE,
                    CURRENT,
                    declared.get()));
        }
    }

    /**
     * Checks that a class has every method it is going to be asked for.
     *
     * @throws PluginException if one is missing, which the compiler of this version would not have let pass
     */
    static void requireImplemented(Class<? extends WeightInitialiser> type) throws PluginException {
        for (Method method : WeightInitialiser.class.getMethods()) {
            if (Modifier.isAbstract(method.getModifiers()) && isMissing(type, method)) {
                String parameters = Arrays.stream(method.getParameterTypes())
                        .map(Class::getSimpleName)
                        .collect(Collectors.joining(", "));
                throw new PluginException(String.format(
                        Locale.ROOT,
                        "class %s has no method %s(%s): built for another version of Tailoff",
                        type.getName(),
                        method.getName(),
                        parameters));
            }
        }
    }

    private static boolean isMissing(Class<?> type, Method method) throws PluginException {
        try {
            return Modifier.isAbstract(
                    type.getMethod(method.getName(), method.getParameterTypes()).getModifiers());
        } catch (NoSuchMethodException e) {
            throw new PluginException(e.toString(), e);
        }
    }
}
