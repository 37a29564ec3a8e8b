package org.tailoff.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tailoff.record.IterationColumn;

/** What docs/glossary.md names is there: the last cell of each row, against the sources and the columns. */
class GlossaryTest {
    private static final Path ROOT = Path.of("..");
    private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");

    private static List<String> named() throws IOException {
        List<String> named = new ArrayList<>();
        for (String line : Files.readAllLines(ROOT.resolve("docs/glossary.md"))) {
            if (line.startsWith("| ") && line.endsWith("` |")) {
                String last = line.substring(line.lastIndexOf(" | ") + 1);
                QUOTED.matcher(last)
                        .results()
                        .map(MatchResult::group)
                        .forEach(each -> named.add(each.replace("`", "")));
            }
        }
        return named;
    }

    private static Map<String, Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files.filter(file -> file.toString().contains("src/main/java/org/tailoff/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .filter(file -> !file.endsWith("package-info.java"))
                    .collect(Collectors.toMap(
                            file -> file.getFileName().toString().replace(".java", ""),
                            Function.identity(),
                            (a, b) -> a));
        }
    }

    @Test
    void everyColumnAndEveryClassWithItsMemberIsThere() throws IOException {
        Map<String, Path> sources = sources();
        List<String> columns = Stream.of(IterationColumn.values())
                .map(column -> column.name().toLowerCase(Locale.ROOT))
                .toList();
        assertThat(named()).hasSizeGreaterThan(60);
        for (String name : named()) {
            String[] parts = name.split("\\.", -1);
            if (Character.isLowerCase(name.charAt(0))) {
                assertThat(columns).contains(name);
            } else {
                assertThat(sources).as(name).containsKey(parts[0]);
                assertThat(Files.readString(sources.get(parts[0]))).as(name).contains(parts[parts.length - 1]);
            }
        }
    }
}
