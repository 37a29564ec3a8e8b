package org.tailoff.conformance;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tailoff.initialise.Parameter;
import org.tailoff.initialise.WeightInitialiser;

/** What an initialiser says of itself. */
final class Metadata {
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private Metadata() {}

    static List<Trial> trials(Subject subject) {
        WeightInitialiser initialiser = subject.initialiser();
        return List.of(
                new Trial("id", () -> id(initialiser.id())),
                new Trial("description and source", () -> lines(initialiser)),
                new Trial("parameters", () -> parameters(initialiser.parameters())));
    }

    private static Check id(String id) {
        return Check.of(
                "id", id != null && ID.matcher(id).matches(), "lower-case words joined by hyphens", "'" + id + "'");
    }

    private static Check lines(WeightInitialiser initialiser) {
        boolean holds = Stream.of(initialiser.description(), initialiser.source())
                .allMatch(
                        text -> text != null && !text.isBlank() && text.lines().count() == 1);
        return Check.of(
                "description and source",
                holds,
                "one line each",
                "'" + initialiser.description() + "', '" + initialiser.source() + "'");
    }

    /** Their own declarations are checked when they are made. */
    private static Check parameters(List<Parameter> parameters) {
        boolean holds = parameters.stream().map(Parameter::name).distinct().count() == parameters.size()
                && parameters.stream().allMatch(each -> each.with(each.text()).equals(each));
        return Check.of(
                "parameters",
                holds,
                "different names, and values that read back",
                parameters.isEmpty()
                        ? "none"
                        : String.join(
                                ", ",
                                parameters.stream()
                                        .map(each -> each.name() + "=" + each.text())
                                        .toList()));
    }
}
