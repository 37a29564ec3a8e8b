package org.tailoff.command;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tailoff.conformance.Check;
import org.tailoff.conformance.ConformanceKit;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.registry.RegisteredInitialiser;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code tailoff plugins check}: the conformance kit on a jar, or on everything installed. */
@Command(
        name = "check",
        description = "Runs the conformance kit: one line per check, exit code 1 if a jar or a check fails.",
        mixinStandardHelpOptions = true)
final class PluginsCheckCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Parameters(
            paramLabel = "JAR",
            arity = "0..*",
            description = "Plugin jars; by default everything that is installed.")
    private List<Path> jars = List.of();

    @Mixin
    private final Plugins plugins = new Plugins();

    @Override
    public Integer call() {
        jars.stream().filter(jar -> !Files.isRegularFile(jar)).findFirst().ifPresent(jar -> {
            throw new ParameterException(command.commandLine(), "JAR must be a file, '" + jar + "' is none");
        });
        long faults = 0;
        for (Path jar : jars) {
            faults += faults(InitialiserRegistry.ofJar(jar));
        }
        if (jars.isEmpty()) {
            faults = faults(plugins.load(command.commandLine()));
        }
        out().println(faults == 0 ? "All is well." : faults + (faults == 1 ? " fault." : " faults."));
        return faults == 0 ? ExitCode.DONE : ExitCode.FAILED;
    }

    private PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** How much is wrong; jars that cannot be loaded have been named while they were. */
    private long faults(InitialiserRegistry registry) {
        try (registry) {
            return registry.problems().size()
                    + registry.initialisers().stream().mapToLong(this::faults).sum();
        }
    }

    private long faults(RegisteredInitialiser entry) {
        out().println(entry.id() + " (" + entry.type() + " in " + entry.place() + ")");
        List<Check> checks = ConformanceKit.check(entry.initialiser());
        checks.forEach(check -> out().println("  " + check));
        return checks.stream().filter(Check::failed).count();
    }
}
