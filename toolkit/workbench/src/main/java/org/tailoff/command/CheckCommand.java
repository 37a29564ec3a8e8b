package org.tailoff.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.commons.codec.digest.DigestUtils;
import org.tailoff.run.Retraining;
import org.tailoff.spec.Specs;
import org.tailoff.store.RunStore;
import org.tailoff.store.RunStoreException;
import org.tailoff.store.StoredRun;
import org.tailoff.terminal.Bar;
import org.tailoff.text.Checks;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code tailoff check}: whether stored runs are what was written, and whether they come out the same again. */
@Command(
        name = "check",
        description =
                "Checks every file of every stored run against its manifest, and trains some of them anew where asked to.",
        mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {
    @CommandLine.Spec
    private CommandLine.Model.CommandSpec command;

    @Parameters(
            paramLabel = "DIR",
            arity = "0..1",
            defaultValue = "tailoff-out",
            description = "What reproduce, verify, compare or train wrote; default: ${DEFAULT-VALUE}.")
    private Path out;

    @Option(
            names = "--retrain",
            paramLabel = "K",
            description = "Also train K of the runs of specs anew, with and without recording, and compare bit by bit.")
    private Integer retrain;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Which K: the same runs for the same number; default: ${DEFAULT-VALUE}.")
    private long seed;

    @Mixin
    private final RetrainOptions options = new RetrainOptions();

    /**
     * The runs of a directory.
     *
     * @param whole those whose files are what their manifest says
     * @param damaged what is wrong with each of the others
     * @param unfinished how many are not finished
     */
    private record Inventory(List<StoredRun> whole, List<String> damaged, int unfinished) {}

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            if (retrain != null) {
                Checks.requireAtLeast(1, retrain, "--retrain");
            }
            RunStore store = RunStore.at(OutputDirectory.existing(out).root().resolve("runs"));
            Inventory inventory = inventory(store);
            inventory.damaged().forEach(command.commandLine().getOut()::println);
            List<Retraining.Retrained> outcomes = retrain == null ? List.of() : retrained(inventory.whole());
            outcomes.forEach(outcome -> command.commandLine().getOut().println(outcome.line()));
            long same = outcomes.stream().filter(Retraining.Retrained::same).count();
            command.commandLine().getOut().println(count(inventory) + count(outcomes.size(), same));
            return inventory.damaged().isEmpty() && same == outcomes.size() ? ExitCode.DONE : ExitCode.FAILED;
        } catch (IllegalArgumentException e) {
            throw new ParameterException(command.commandLine(), e.getMessage(), e);
        }
    }

    private Inventory inventory(RunStore store) {
        List<String> ids = store.ids();
        List<String> finished =
                ids.stream().filter(id -> !store.isUnfinished(id)).toList();
        List<StoredRun> whole = Collections.synchronizedList(new ArrayList<>());
        List<String> damaged = Collections.synchronizedList(new ArrayList<>());
        Bar.Work work = new Bar.Work("Checking", finished.size(), new Bar.Unit("runs", 1));
        try (Bar bar = Bar.over(work, System.console())) {
            finished.parallelStream().forEach(id -> {
                try {
                    whole.add(StoredRun.open(out.resolve("runs").resolve(id)));
                } catch (RunStoreException e) {
                    damaged.add("damaged: " + e.getMessage());
                }
                bar.advanced(1);
            });
        }
        whole.sort(Comparator.comparing(StoredRun::id));
        Collections.sort(damaged);
        return new Inventory(whole, damaged, ids.size() - finished.size());
    }

    /** Of the runs of specs: nobody but a program of the user's own can train its runs anew. */
    private List<Retraining.Retrained> retrained(List<StoredRun> whole) throws IOException, InterruptedException {
        List<Retraining> chosen = whole.stream()
                .filter(run -> Specs.isSpec(run.spec()))
                .sorted(Comparator.comparing(run -> DigestUtils.sha256Hex(seed + " " + run.id())))
                .limit(retrain)
                .map(Retraining::of)
                .toList();
        command.commandLine()
                .getErr()
                .printf(
                        Locale.ROOT,
                        "trained anew, chosen by seed %d: %s%n",
                        seed,
                        String.join(
                                ", ",
                                chosen.stream().map(each -> each.stored().id()).toList()));
        return options.train(chosen, command.commandLine());
    }

    private static String count(Inventory inventory) {
        int all = inventory.whole().size() + inventory.damaged().size() + inventory.unfinished();
        return String.format(
                Locale.ROOT,
                "%s: %d whole, %d damaged, %d unfinished",
                all == 1 ? "1 run" : all + " runs",
                inventory.whole().size(),
                inventory.damaged().size(),
                inventory.unfinished());
    }

    private static String count(long trained, long same) {
        return trained == 0 ? "" : String.format(Locale.ROOT, "; %d of %d trainings came out the same", same, trained);
    }
}
