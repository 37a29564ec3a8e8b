package org.tailoff.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table in words: what the terminal, the report and the Markdown file show of a comparison.
 *
 * @param heading what stands above it
 * @param heads the columns
 * @param rows one cell per column each
 * @param notes what has to be known to read it, a paragraph each
 */
public record TextTable(String heading, List<String> heads, List<List<String>> rows, List<String> notes) {
    /** Copies the cells. */
    public TextTable {
        heads = List.copyOf(heads);
        notes = List.copyOf(notes);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /** {@return the table in Markdown, its heading in front and its notes behind} */
    public String markdown() {
        List<String> lines = new ArrayList<>();
        lines.add(line(heads));
        lines.add(line(heads.stream().map(head -> "---").toList()));
        rows.forEach(row -> lines.add(line(row)));
        notes.forEach(note -> lines.addAll(List.of("", note)));
        return heading + "\n\n" + String.join("\n", lines) + "\n";
    }

    private static String line(List<String> cells) {
        return cells.stream().map(cell -> cell.replace("|", "\\|")).collect(Collectors.joining(" | ", "| ", " |"));
    }
}
