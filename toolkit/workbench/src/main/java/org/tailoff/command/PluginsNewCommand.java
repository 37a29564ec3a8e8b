package org.tailoff.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.registry.RegisteredInitialiser;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code tailoff plugins new}: a Maven project for an initialiser of one's own. */
@Command(
        name = "new",
        description = "Makes a project for a weight initialiser of your own.",
        mixinStandardHelpOptions = true)
final class PluginsNewCommand implements Callable<Integer> {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Parameters(paramLabel = "DIR", description = "Where to make it; must not exist or be empty.")
    private Path directory;

    @Option(
            names = "--id",
            paramLabel = "NAME",
            required = true,
            description = "What specs and the command line call it, such as my-init.")
    private String id;

    @Override
    public Integer call() throws IOException {
        requireUsable();
        PluginTemplate template = new PluginTemplate(id);
        template.writeTo(directory);
        command.commandLine()
                .getOut()
                .println(String.join(
                        "\n",
                        List.of(
                                "Made " + directory + ". Build it, check it, drop it in:",
                                "  mvn -q -f " + directory.resolve("pom.xml") + " package",
                                "  tailoff plugins check " + template.jarIn(directory),
                                "  cp " + template.jarIn(directory) + " " + PluginTemplate.plugins())));
        return ExitCode.DONE;
    }

    private void requireUsable() throws IOException {
        require(
                ID.matcher(id).matches(),
                "--id must be lower-case words joined by hyphens, such as my-init, was '" + id + "'");
        require(
                !Files.exists(directory) || (Files.isDirectory(directory) && isEmpty(directory)),
                "DIR must not exist or be empty, '" + directory + "' is neither");
        try (InitialiserRegistry registry = Plugins.installed()) {
            for (RegisteredInitialiser entry : registry.initialisers()) {
                require(
                        !entry.id().equals(id),
                        String.format(
                                Locale.ROOT, "--id must be new, '%s' is %s in %s", id, entry.type(), entry.place()));
            }
        }
    }

    private static boolean isEmpty(Path directory) throws IOException {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.findFirst().isEmpty();
        }
    }

    private void require(boolean holds, String message) {
        if (!holds) {
            throw new ParameterException(command.commandLine(), message);
        }
    }
}
