package org.tailoff.initialise;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One search for initialisers: collects what it finds and what is wrong, and goes on. */
final class PluginScan {
    private static final Logger LOG = LoggerFactory.getLogger(PluginScan.class);

    /** A loader that fails this often is given up: nothing promises that a failing iterator moves on. */
    private static final int MAX_FAILURES = 20;

    private final List<RegisteredInitialiser> found = new ArrayList<>();
    private final List<PluginProblem> problems = new ArrayList<>();
    private final List<PluginLoader> loaders = new ArrayList<>();

    List<RegisteredInitialiser> found() {
        return found;
    }

    List<PluginProblem> problems() {
        return problems;
    }

    List<PluginLoader> loaders() {
        return loaders;
    }

    void report(String place, String cause) {
        PluginProblem problem = PluginProblem.of(place, cause);
        LOG.warn("Plugin problem: {}", problem);
        problems.add(problem);
    }

    void classPath() {
        collect(WeightInitialiser.class.getClassLoader(), Origin.CLASS_PATH);
    }

    /** Every file {@code *.jar} of a directory, in the order of their names. */
    void directory(Path directory) {
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory, "*.jar")) {
            files.forEach(jars::add);
        } catch (IOException e) {
            report(directory.toString(), "expected a readable directory of plugin jars, found " + e);
        }
        jars.stream().sorted().forEach(this::jar);
    }

    private void jar(Path jar) {
        String place = String.valueOf(jar.getFileName());
        try {
            PluginLoader loader = PluginLoader.open(jar);
            loaders.add(loader);
            collect(loader, place);
        } catch (IOException e) {
            report(place, "not a plugin: " + e.getMessage());
        }
    }

    private void collect(ClassLoader loader, String place) {
        Iterator<WeightInitialiser> services =
                ServiceLoader.load(WeightInitialiser.class, loader).iterator();
        int failures = 0;
        boolean more = true;
        while (more && failures < MAX_FAILURES) {
            try {
                more = services.hasNext();
                if (more) {
                    register(services.next(), loader, place);
                }
            } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
                report(place, describe(e));
                failures++;
            }
        }
    }

    private static String describe(Throwable e) {
        return e.getCause() == null ? e.toString() : e + ": " + e.getCause();
    }

    private void register(WeightInitialiser initialiser, ClassLoader loader, String place) {
        String type = initialiser.getClass().getName();
        if (initialiser.getClass().getClassLoader() != loader && !place.equals(Origin.CLASS_PATH)) {
            report(place, "class " + type + " is already on the class path; this copy of it is not used");
            return;
        }
        String id = requireId(initialiser.id(), type);
        Texts.requireLine(initialiser.description(), "description() of " + type);
        Texts.requireLine(initialiser.source(), "source() of " + type);
        requireDistinct(initialiser.parameters(), type);
        LOG.debug("Weight initialiser '{}': {} in {}", id, type, place);
        found.add(new RegisteredInitialiser(id, initialiser, type, place));
    }

    private static String requireId(String id, String type) {
        if (id == null || !Texts.NAME.matcher(id).matches()) {
            throw new IllegalArgumentException(
                    "id() of %s must be lower-case words joined by hyphens: '%s'".formatted(type, id));
        }
        return id;
    }

    private static void requireDistinct(List<Parameter> parameters, String type) {
        Texts.require(parameters != null, "parameters() of " + type + " must not be null");
        long names = parameters.stream().map(Parameter::name).distinct().count();
        Texts.require(names == parameters.size(), "parameters() of " + type + " must have different names");
    }
}
