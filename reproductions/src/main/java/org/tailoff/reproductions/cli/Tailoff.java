package org.tailoff.reproductions.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.tailoff.reproductions.RunFailedException;
import org.tailoff.reproductions.StoppedException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/**
 * The {@code tailoff} command.
 *
 * <p>Exit codes: 0 done, 1 a run or a comparison failed, 2 wrong usage (one line on the error stream), 130
 * interrupted.
 */
@Command(
        name = "tailoff",
        description = "What weight initialisation and weight decay do to a network's weights, iteration by iteration.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        synopsisSubcommandLabel = "COMMAND")
public final class Tailoff implements Runnable {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int WRONG_USAGE = 2;

    /** By name, in the order of {@code --help}. */
    private static final Map<String, Class<?>> COMMANDS = new LinkedHashMap<>();

    static {
        COMMANDS.put("reproduce", ReproduceCommand.class);
        COMMANDS.put("verify", VerifyCommand.class);
        COMMANDS.put("compare", CompareCommand.class);
        COMMANDS.put("train", TrainCommand.class);
        COMMANDS.put("report", ReportCommand.class);
        COMMANDS.put("check", CheckCommand.class);
        COMMANDS.put("figures", FiguresCommand.class);
        COMMANDS.put("bench", BenchCommand.class);
        COMMANDS.put("plugins", PluginsCommand.class);
    }

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    /**
     * Runs the command line and ends the process with its exit code.
     *
     * @param args the arguments, such as {@code reproduce overfitting --quick}
     */
    public static void main(String[] args) {
        System.exit(execute(args));
    }

    /**
     * Runs one reproduction and ends the process; for the {@code main} of a reproduction.
     *
     * @param id the reproduction
     * @param options further options of {@code tailoff reproduce}
     */
    public static void reproduce(String id, String[] options) {
        main(Stream.concat(Stream.of("reproduce", id), Stream.of(options)).toArray(String[]::new));
    }

    static int execute(String... args) {
        return commandLine(args).execute(args);
    }

    /** What understands these arguments; to find out what a command may be told takes longer than to start the JVM. */
    static CommandLine commandLine(String... args) {
        CommandLine commandLine = new CommandLine(new Tailoff());
        needed(args).forEach(name -> commandLine.addSubcommand(name, COMMANDS.get(name)));
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler(Tailoff::wrongUsage)
                .setExecutionExceptionHandler(Tailoff::failed);
    }

    /** The one command that is asked for; all of them for the help and for whatever is wrong. */
    private static Set<String> needed(String... args) {
        if (args.length > 0 && COMMANDS.containsKey(args[0])) {
            return Set.of(args[0]);
        }
        return List.of(args).equals(List.of("--version")) ? Set.of() : COMMANDS.keySet();
    }

    @Override
    public void run() {
        throw new ParameterException(
                command.commandLine(),
                "a command is needed: reproduce, verify, compare, train, report, check, figures, bench or plugins; see --help");
    }

    private static int wrongUsage(ParameterException e, String[] args) {
        e.getCommandLine().getErr().println("tailoff: " + oneLine(e.getMessage()));
        return WRONG_USAGE;
    }

    private static int failed(Exception e, CommandLine commandLine, CommandLine.ParseResult parsed) {
        if (e instanceof StoppedException) {
            return FAILED; // the interruption itself has told the user, and decides the exit code
        }
        commandLine
                .getErr()
                .println("tailoff: " + oneLine(e instanceof RunFailedException ? e.getMessage() : e.toString()));
        return FAILED;
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", "; ");
    }
}
