package org.tailoff.command;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** {@code tailoff plugins}: what is installed, whether it is sound, and how to write another. */
@Command(
        name = "plugins",
        description = "The installed weight initialisers. A plugin is code that runs with your rights.",
        mixinStandardHelpOptions = true,
        subcommands = {PluginsListCommand.class, PluginsCheckCommand.class, PluginsNewCommand.class})
final class PluginsCommand implements Runnable {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Override
    public void run() {
        throw new ParameterException(
                command.commandLine(), "a command is needed: list, check or new; see plugins --help");
    }
}
