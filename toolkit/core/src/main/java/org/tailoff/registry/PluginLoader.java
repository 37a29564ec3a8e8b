package org.tailoff.registry;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarFile;
import org.tailoff.initialise.WeightInitialiser;

/**
 * The class loader of one plugin jar: classes that Tailoff already has come from Tailoff, services from this jar alone.
 *
 * <p>One loader per jar, because in a shared one a second class of the same name would silently be the first.
 */
final class PluginLoader extends URLClassLoader {
    static final String SERVICES = "META-INF/services/" + WeightInitialiser.class.getName();

    private PluginLoader(URL jar) {
        super(new URL[] {jar}, WeightInitialiser.class.getClassLoader());
    }

    /**
     * Opens a jar that offers initialisers.
     *
     * @throws IOException if the file is no sound jar or has no services entry; {@code ServiceLoader} would say nothing
     */
    static PluginLoader open(Path jar) throws IOException {
        requirePlugin(jar);
        return new PluginLoader(toUrl(jar));
    }

    private static void requirePlugin(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            if (file.getEntry(SERVICES) == null) {
                throw new IOException("expected the entry " + SERVICES + ", found none");
            }
            SpiVersion.requireCurrent(file);
        }
    }

    private static URL toUrl(Path jar) {
        try {
            return jar.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("not a file: " + jar, e);
        }
    }

    /** The parent's services are found by the parent. */
    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        return name.equals(SERVICES) ? findResources(name) : super.getResources(name);
    }
}
