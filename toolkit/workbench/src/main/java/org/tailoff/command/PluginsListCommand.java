package org.tailoff.command;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tailoff.initialise.Parameter;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.registry.PluginBuild;
import org.tailoff.registry.RegisteredInitialiser;
import org.tailoff.terminal.Table;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code tailoff plugins list}. */
@Command(
        name = "list",
        description = "Lists every initialiser with its formula, parameters, source, and the jar it comes from.",
        mixinStandardHelpOptions = true)
final class PluginsListCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Mixin
    private final Plugins plugins = new Plugins();

    @Override
    public Integer call() {
        try (InitialiserRegistry registry = plugins.load(command.commandLine())) {
            Table table = new Table("id", "formula", "parameters", "source", "jar", "version", "SHA-256");
            registry.initialisers().forEach(entry -> row(table, entry));
            command.commandLine().getOut().println(table);
        }
        return ExitCode.DONE;
    }

    private static void row(Table table, RegisteredInitialiser entry) {
        PluginBuild build = entry.build();
        table.row(
                entry.id(),
                entry.initialiser().description(),
                parameters(entry.initialiser().parameters()),
                entry.initialiser().source(),
                build.jar(),
                build.version(),
                build.sha256());
    }

    private static String parameters(List<Parameter> parameters) {
        return parameters.isEmpty()
                ? "none"
                : parameters.stream()
                        .map(each ->
                                each.name() + "=" + each.text() + " (" + each.meaning() + "; " + each.allowed() + ")")
                        .collect(Collectors.joining(", "));
    }
}
