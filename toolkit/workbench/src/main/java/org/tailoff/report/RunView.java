package org.tailoff.report;

import java.util.List;
import org.tailoff.record.Provenance;
import org.tailoff.store.StoredRun;
import org.tailoff.text.Texts;

/**
 * A run in a few words.
 *
 * @param names its names; equal runs are one, whatever they are called
 * @param id the name of its directory
 * @param setting what was trained, and how
 * @param seeds where its random numbers come from
 * @param spec all that it depends on, in YAML
 * @param made when, how long, with what and on what it was trained
 * @param stored names of its files
 */
record RunView(
        List<String> names,
        String id,
        String setting,
        String seeds,
        String spec,
        Provenance made,
        List<String> stored) {
    RunView {
        names = List.copyOf(names);
        stored = List.copyOf(stored);
    }

    static RunView of(List<String> names, StoredRun run) {
        String yaml = run.spec();
        RunInWords words = RunInWords.of(yaml);
        return new RunView(
                names,
                run.id(),
                words.setting(),
                words.seeds(),
                yaml,
                run.provenance(),
                List.copyOf(run.files().keySet()));
    }

    /** Its names in one line. */
    String name() {
        return String.join(", ", names);
    }

    /** Wall time. */
    String seconds() {
        return Texts.fixed(made.wallSeconds(), 1) + " s";
    }

    /** Where it comes from. */
    List<Origins.Fact> origins() {
        return Origins.of(made);
    }

    /** Where its page lies, relative to the report. */
    String page() {
        return RunPage.place(id);
    }

    /**
     * Everything recorded of it.
     *
     * @param root the way from the page to the output directory, such as {@code ../}
     */
    List<Link> files(String root) {
        String directory = root + "runs/" + id + "/";
        return stored.stream().map(file -> new Link(file, directory + file)).toList();
    }
}
