package org.tailoff.docs;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tailoff.comparison.ComparisonResult;
import org.tailoff.comparison.ComparisonTables;
import org.tailoff.comparison.TextTable;
import org.tailoff.report.Pages;
import org.tailoff.store.JsonFiles;

/**
 * {@code docs/choosing-an-initialiser.md}: words by hand, tables and numbers from the evidence. The tables of a
 * comparison stand between {@code <!-- tables of NAME -->} and {@code <!-- end of NAME -->}; a number in the words is a
 * link to its place in the evidence, as in the {@link ArgumentDocument}.
 */
public final class ComparisonDocument {
    private static final String PAGE = "choosing-an-initialiser.md";

    private final Path docs;

    /**
     * The page in the documentation.
     *
     * @param docs holds the page and the folder {@code evidence}
     * @throws IllegalArgumentException if the page is not there
     */
    public ComparisonDocument(Path docs) {
        if (!Files.isRegularFile(docs.resolve(PAGE))) {
            throw new IllegalArgumentException("--docs must be a directory that holds " + PAGE + ", was " + docs);
        }
        this.docs = docs;
    }

    /**
     * Keeps a comparison as evidence, and puts the page up to date.
     *
     * @param name what the page calls it
     * @param settled what it has shown
     * @throws IOException if a file cannot be read or written
     * @throws IllegalArgumentException if the page has no place for its tables, or a number of the page leads nowhere
     */
    public void write(String name, ComparisonResult settled) throws IOException {
        String text = withTables(text(), name, settled);
        JsonFiles.write(docs.resolve("evidence").resolve("compare-" + name + ".json"), settled);
        Pages.write(
                docs.resolve(PAGE),
                new ArgumentDocument(text).refreshed(evidence()).getBytes(StandardCharsets.UTF_8));
    }

    /** The page as it is. */
    String text() throws IOException {
        return Files.readString(docs.resolve(PAGE));
    }

    /** The page as it would be were every comparison kept as evidence written again. */
    String anew() throws IOException {
        String text = text();
        for (String file : evidence().keySet()) {
            String name = file.substring("compare-".length(), file.length() - ".json".length());
            ComparisonResult settled = JsonFiles.read(docs.resolve("evidence").resolve(file), ComparisonResult.class)
                    .orElseThrow();
            text = withTables(text, name, settled);
        }
        return new ArgumentDocument(text).refreshed(evidence());
    }

    private Map<String, String> evidence() throws IOException {
        Map<String, String> evidence = new TreeMap<>();
        try (Stream<Path> files = Files.list(docs.resolve("evidence"))) {
            List<Path> ours = files.filter(file -> file.getFileName().toString().startsWith("compare-"))
                    .toList();
            for (Path file : ours) {
                evidence.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return evidence;
    }

    private static String withTables(String text, String name, ComparisonResult settled) {
        String begin = String.format(Locale.ROOT, "<!-- tables of %s -->\n", name);
        String end = String.format(Locale.ROOT, "<!-- end of %s -->", name);
        int from = text.indexOf(begin);
        int to = text.indexOf(end);
        if (from < 0 || to < from) {
            throw new IllegalArgumentException(String.format(
                    Locale.ROOT, "%s must hold '%s' and '%s' in this order, holds none", PAGE, begin.strip(), end));
        }
        String tables = new ComparisonTables(settled)
                .all().stream().map(TextTable::markdown).collect(Collectors.joining("\n"));
        return text.substring(0, from + begin.length()) + "\n" + tables + "\n" + text.substring(to);
    }
}
