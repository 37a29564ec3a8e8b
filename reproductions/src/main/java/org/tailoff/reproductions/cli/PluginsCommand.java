package org.tailoff.reproductions.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tailoff.initialise.InitialiserRegistry;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code tailoff plugins}: what is installed. */
@Command(
        name = "plugins",
        description = "The installed weight initialisers.",
        mixinStandardHelpOptions = true,
        subcommands = PluginsCommand.ListCommand.class)
final class PluginsCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(command.commandLine(), "a command is needed: list; see plugins --help");
    }

    /** {@code tailoff plugins list}. */
    @Command(
            name = "list",
            description = "Lists every initialiser with its formula, source and jar.",
            mixinStandardHelpOptions = true)
    static final class ListCommand implements Callable<Integer> {
        @CommandLine.Spec
        private CommandLine.Model.CommandSpec command;

        @Option(
                names = "--plugins",
                paramLabel = "DIR",
                description = "Directory with plugin jars; by default plugins/ of the installation.")
        private Path plugins;

        @Override
        public Integer call() {
            try (InitialiserRegistry registry = Plugins.load(plugins, command.commandLine())) {
                Table table = new Table("id", "description", "source", "from");
                registry.initialisers()
                        .forEach(entry -> table.row(
                                entry.id(),
                                entry.initialiser().description(),
                                entry.initialiser().source(),
                                entry.place()));
                command.commandLine().getOut().println(table);
            }
            return Tailoff.DONE;
        }
    }
}
