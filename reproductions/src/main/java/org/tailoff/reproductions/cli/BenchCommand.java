package org.tailoff.reproductions.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.Mnist;
import org.tailoff.initialise.InitialiserRegistry;
import org.tailoff.reproductions.BenchRuns;
import org.tailoff.reproductions.Endurance;
import org.tailoff.reproductions.EngineTime;
import org.tailoff.reproductions.EngineTimes;
import org.tailoff.reproductions.MemoryUse;
import org.tailoff.store.AtomicFiles;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code tailoff bench}: what an iteration costs on this machine. */
@Command(
        name = "bench",
        description = "Microseconds per iteration of both engines, with and without recording, in both precisions.",
        mixinStandardHelpOptions = true)
final class BenchCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Option(
            names = "--hidden",
            paramLabel = "H",
            defaultValue = "30",
            description = "Hidden neurons; default: ${DEFAULT-VALUE}.")
    private int hidden;

    @Option(
            names = "--mini-batch",
            paramLabel = "M",
            defaultValue = "10",
            description = "Images in a mini-batch; default: ${DEFAULT-VALUE}.")
    private int miniBatch;

    @Option(
            names = "--epochs",
            paramLabel = "N",
            defaultValue = "5",
            description = "How often each case is measured; the median counts; default: ${DEFAULT-VALUE}.")
    private int epochs;

    @Option(names = "--json", paramLabel = "FILE", description = "Where to write the times too.")
    private Path json;

    @Option(
            names = "--endurance",
            description = "Instead: the memory of a recorded run of a million iterations as it goes on.")
    private boolean endurance;

    @Override
    public Integer call() throws IOException {
        requireAtLeastOne("--hidden", hidden);
        requireAtLeastOne("--mini-batch", miniBatch);
        requireAtLeastOne("--epochs", epochs);
        requireWritable();
        try (InitialiserRegistry initialisers = Plugins.load(null, command.commandLine());
                TemporaryDirectory directory = TemporaryDirectory.create()) {
            ExampleSets data = Mnist.embedded();
            requireImages(data.training().count());
            BenchRuns runs = new BenchRuns(data, initialisers, directory.path(), new BenchRuns.Size(hidden, miniBatch));
            if (endurance) {
                Endurance.run(runs, this::print);
            } else {
                measure(runs);
            }
        }
        return Tailoff.DONE;
    }

    private void requireAtLeastOne(String option, int value) {
        if (value < 1) {
            throw new ParameterException(command.commandLine(), option + " must be at least 1, was " + value);
        }
    }

    private void requireImages(int training) {
        if (miniBatch > training) {
            throw new ParameterException(
                    command.commandLine(),
                    "--mini-batch must be at most " + training + ", all training images, was " + miniBatch);
        }
    }

    private void requireWritable() {
        if (json != null && (Files.isDirectory(json) || !Files.isWritable(directoryOf(json)))) {
            throw new ParameterException(
                    command.commandLine(),
                    "--json must be a file in a directory that can be written to, '" + json + "' is not");
        }
    }

    private static Path directoryOf(Path file) {
        return file.toAbsolutePath().getParent();
    }

    private void measure(BenchRuns runs) throws IOException {
        List<EngineTime> times;
        try (EngineTimes bench = new EngineTimes(runs)) {
            times = bench.measure(epochs, this::announce);
        }
        command.commandLine().getOut().println(new BenchTable(times));
        if (json != null) {
            List<EngineTime> engines =
                    times.stream().filter(EngineTime::isEngine).toList();
            ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
            AtomicFiles.write(json.toAbsolutePath(), mapper.writeValueAsBytes(engines));
        }
    }

    private void announce(int round) {
        command.commandLine().getErr().println(round == 0 ? "warming up" : "measuring, " + round + " of " + epochs);
    }

    private void print(MemoryUse use) {
        command.commandLine()
                .getOut()
                .println(String.format(
                        Locale.ROOT,
                        "iteration %7d: %.0f MB resident, heap after collection %.2f MB",
                        use.iterations(),
                        use.residentMegabytes(),
                        use.heapMegabytes()));
    }
}
