package org.tailoff.registry;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tailoff.initialise.Parameter;
import org.tailoff.initialise.WeightInitialiser;
import org.tailoff.text.Texts;

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
        PluginProblem problem = new PluginProblem(place, cause);
        LOG.warn("Plugin problem: {}", problem);
        problems.add(problem);
    }

    void classPath() {
        collect(WeightInitialiser.class.getClassLoader(), PluginOrigin.CLASS_PATH);
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

    void jar(Path jar) {
        String place = String.valueOf(jar.getFileName());
        try {
            PluginLoader loader = PluginLoader.open(jar);
            loaders.add(loader);
            int before = found.size() + problems.size();
            collect(loader, place);
            if (found.size() + problems.size() == before) {
                report(place, "not a plugin: its entry " + PluginLoader.SERVICES + " names no class");
            }
        } catch (IOException e) {
            report(place, "not a plugin: " + e.getMessage());
        }
    }

    private void collect(ClassLoader loader, String place) {
        Iterator<ServiceLoader.Provider<WeightInitialiser>> services =
                ServiceLoader.load(WeightInitialiser.class, loader).stream().iterator();
        int failures = 0;
        boolean more = true;
        while (more && failures < MAX_FAILURES) {
            try {
                more = services.hasNext();
                if (more) {
                    register(services.next(), loader, place);
                }
            } catch (PluginException e) {
                report(place, e.getMessage());
                failures++;
            } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
                report(place, PluginException.describe(e));
                failures++;
            }
        }
    }

    private void register(ServiceLoader.Provider<WeightInitialiser> provider, ClassLoader loader, String place)
            throws PluginException {
        String type = provider.type().getName();
        if (provider.type().getClassLoader() != loader && !place.equals(PluginOrigin.CLASS_PATH)) {
            report(place, "class " + type + " is already on the class path; this copy of it is not used");
            return;
        }
        SpiVersion.requireImplemented(provider.type());
        RegisteredInitialiser registered = GuardedCall.with(type, () -> introduced(provider.get(), type, place));
        LOG.debug("Weight initialiser '{}': {} in {}", registered.id(), type, place);
        found.add(registered);
    }

    private static RegisteredInitialiser introduced(WeightInitialiser initialiser, String type, String place) {
        String id = requireId(initialiser.id(), type);
        Texts.requireLine(initialiser.description(), "description() of " + type);
        Texts.requireLine(initialiser.source(), "source() of " + type);
        requireDistinct(initialiser.parameters(), type);
        return new RegisteredInitialiser(id, initialiser, type, place);
    }

    private static String requireId(String id, String type) {
        Texts.require(
                id != null && Texts.NAME.matcher(id).matches(),
                String.format(Locale.ROOT, "id() of %s must be lower-case words joined by hyphens: '%s'", type, id));
        return id;
    }

    private static void requireDistinct(List<Parameter> parameters, String type) {
        Texts.require(parameters != null, "parameters() of " + type + " must not be null");
        long names = parameters.stream().map(Parameter::name).distinct().count();
        Texts.require(names == parameters.size(), "parameters() of " + type + " must have different names");
    }
}
