package org.tailoff.reproductions.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.tailoff.command.CommandLines;
import org.tailoff.command.ExitCode;
import org.tailoff.command.Plugins;
import org.tailoff.command.TemporaryDirectory;
import org.tailoff.data.ExampleSets;
import org.tailoff.data.Mnist;
import org.tailoff.record.Provenance;
import org.tailoff.registry.InitialiserRegistry;
import org.tailoff.reproductions.bench.BenchRuns.Size;
import org.tailoff.store.AtomicFiles;
import org.tailoff.text.Checks;
import org.tailoff.text.Texts;
import org.tailoff.train.attach.LeNetBench;
import org.tailoff.train.platform.Surroundings;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code tailoff bench}: what an iteration costs on this machine. */
@Command(
        name = "bench",
        description = "Microseconds per iteration of both engines, with and without recording, in both precisions.",
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
    private static final List<Integer> GROWTH_HIDDEN = List.of(10, 30, 100, 300, 1000);
    private static final List<Integer> GROWTH_MINI_BATCHES = List.of(1, 10, 100);

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
            description = "Images of a mini-batch; default: ${DEFAULT-VALUE}.")
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
            names = "--peer",
            description = "Times the same step in NumPy too, in the same rounds; needs a python3 with numpy.")
    private boolean peer;

    @ArgGroup(exclusive = true)
    private Instead instead = new Instead();

    /** What is measured instead of one size. */
    private static final class Instead {
        @Option(
                names = "--growth",
                description =
                        "Instead: how the time grows over that of the matrix products alone, with hidden neurons and mini-batch.")
        private boolean growth;

        @Option(
                names = "--lenet",
                description =
                        "Instead: what recording costs a convolutional network like LeNet under Adam, in single precision.")
        private boolean lenet;

        @Option(
                names = "--endurance",
                description = "Instead: the memory of a recorded run of a million iterations as it goes on.")
        private boolean endurance;
    }

    @Override
    public Integer call() throws IOException {
        CommandLines.checked(command, this::requireSizes);
        requireWritable();
        Provenance.Platform platform = Surroundings.platform();
        command.commandLine()
                .getOut()
                .printf(
                        Locale.ROOT,
                        "%s, %d processors; kernel %s%n",
                        platform.processor(),
                        platform.processors(),
                        platform.kernel());
        Surroundings.kernelWarning().ifPresent(command.commandLine().getErr()::println);
        try (InitialiserRegistry initialisers = Plugins.installed();
                TemporaryDirectory directory = TemporaryDirectory.create("tailoff-bench")) {
            ExampleSets data = Mnist.embedded();
            requireImages(data.training().count());
            BenchRuns runs = new BenchRuns(data, initialisers, directory.path(), new Size(hidden, miniBatch));
            if (instead.endurance) {
                MemorySoak.run(runs, this::print);
            } else if (instead.growth) {
                measureGrowth(runs);
            } else if (instead.lenet) {
                measureLeNet(runs);
            } else {
                measure(runs);
            }
        }
        return ExitCode.DONE;
    }

    private void requireSizes() {
        Checks.requireAtLeast(1, hidden, "--hidden");
        Checks.requireAtLeast(1, miniBatch, "--mini-batch");
        Checks.requireAtLeast(1, epochs, "--epochs");
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
        try (EngineTimes times = EngineTimes.ofEngines(runs);
                Peer numpy = peer ? startPeer(runs) : null) {
            if (numpy != null) {
                times.add(numpy);
                command.commandLine().getOut().println("peer: " + numpy.version());
            }
            List<EngineTime> measured = times.measure(epochs, this::announce);
            command.commandLine().getOut().println(new BenchTable(measured));
            write(measured.stream().filter(EngineTime::isEngine).toList());
        }
    }

    private Peer startPeer(BenchRuns runs) throws IOException {
        try {
            return Peer.start(runs.directory(), hidden, miniBatch);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private void measureGrowth(BenchRuns runs) throws IOException {
        GrowthTable table = new GrowthTable();
        List<EngineTime> all = new ArrayList<>();
        for (int neurons : GROWTH_HIDDEN) {
            for (int images : GROWTH_MINI_BATCHES) {
                command.commandLine()
                        .getErr()
                        .println("measuring " + neurons + " hidden neurons, mini-batches of " + images);
                BenchRuns sized =
                        new BenchRuns(runs.data(), runs.initialisers(), runs.directory(), new Size(neurons, images));
                try (EngineTimes times = EngineTimes.ofGrowth(sized)) {
                    List<EngineTime> measured = times.measure(epochs, round -> {});
                    table.add(measured);
                    all.addAll(measured);
                }
            }
        }
        command.commandLine().getOut().println(table);
        write(all);
    }

    private void measureLeNet(BenchRuns runs) throws IOException {
        BenchRuns sized = new BenchRuns(
                runs.data(), runs.initialisers(), runs.directory(), new Size(LeNetBench.DENSE, LeNetBench.MINI_BATCH));
        try (EngineTimes times = EngineTimes.ofLeNet(sized)) {
            List<EngineTime> measured = times.measure(epochs, this::announce);
            command.commandLine().getOut().println(new BenchTable(measured));
            write(measured);
        }
    }

    private void write(List<EngineTime> times) throws IOException {
        if (json != null) {
            ObjectMapper mapper = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
            AtomicFiles.write(json.toAbsolutePath(), mapper.writeValueAsBytes(times));
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
                        "iteration %7d: %s MB resident, heap after collection %s MB",
                        use.iterations(),
                        Texts.fixed(use.residentMegabytes(), 0),
                        Texts.fixed(use.heapMegabytes(), 2)));
    }
}
