package org.tailoff.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tailoff.record.Provenance;
import org.tailoff.text.Texts;

/** Where a run comes from, in facts of a name and a text. */
final class Origins {
    private Origins() {}

    /**
     * A fact.
     *
     * @param name what it is
     * @param text what is known of it
     */
    record Fact(String name, String text) {}

    /** The data, the plugins, and each part of the run. */
    static List<Fact> of(Provenance made) {
        List<Fact> facts = new ArrayList<>();
        facts.add(new Fact("data", made.data().equals(Provenance.UNKNOWN) ? made.data() : "SHA-256 " + made.data()));
        made.plugins()
                .forEach(plugin -> facts.add(new Fact(
                        "initialiser " + plugin.id(),
                        String.format(
                                Locale.ROOT,
                                "%s in %s, version %s, SHA-256 %s",
                                plugin.type(),
                                plugin.jar(),
                                plugin.version(),
                                plugin.sha256()))));
        for (int number = 0; number < made.parts().size(); number++) {
            Provenance.Part part = made.parts().get(number);
            facts.add(new Fact(
                    number == 0 ? "trained" : "resumed",
                    String.format(
                            Locale.ROOT,
                            "%s, for %s s; %s; %s; %s, kernel %s",
                            part.startedAt(),
                            Texts.fixed(part.seconds(), 1),
                            software(part.software()),
                            part.platform().jdk(),
                            part.platform().processor(),
                            part.platform().kernel())));
            if (!part.command().isEmpty()) {
                facts.add(new Fact("command", "tailoff " + String.join(" ", part.command())));
            }
        }
        return facts;
    }

    private static String software(Provenance.Software software) {
        return String.format(
                Locale.ROOT,
                "Tailoff %s, commit %s, with DL4J %s, ND4J %s and JavaCPP %s",
                software.tailoff(),
                software.commit(),
                software.dl4j(),
                software.nd4j(),
                software.javacpp());
    }
}
