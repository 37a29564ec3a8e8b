package org.tailoff.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.DigestUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tailoff.docs.Documentation.Entry;
import org.tailoff.figure.Axis;
import org.tailoff.figure.Colour;
import org.tailoff.figure.Figure;
import org.tailoff.figure.Frame;
import org.tailoff.figure.Legend;
import org.tailoff.figure.Line;
import org.tailoff.figure.Picture;
import org.tailoff.figure.Points;

class DocumentationTest {
    private static String sha256(Path file) throws IOException {
        return DigestUtils.sha256Hex(Files.readAllBytes(file));
    }

    /** What stands in docs/ now. */
    @Nested
    class Committed {
        private final Path docs = Path.of("..", "docs");
        private final Documentation documentation = new Documentation(docs);

        @Test
        void everyFigureThatAPageShowsWasGeneratedAndNoOtherIsKept() throws IOException {
            assertThat(documentation.manifest().keySet()).isNotEmpty().isEqualTo(documentation.shown());
        }

        @Test
        void everyFileIsAsItWasGenerated() throws IOException {
            Path figures = docs.resolve("figures");
            for (Map.Entry<String, Entry> each : documentation.manifest().entrySet()) {
                assertThat(sha256(figures.resolve(each.getKey() + ".png")))
                        .isEqualTo(each.getValue().png());
                assertThat(sha256(figures.resolve(each.getKey() + ".csv")))
                        .isEqualTo(each.getValue().csv());
            }
            try (Stream<Path> files = Files.walk(figures)) {
                assertThat(files.filter(Files::isRegularFile))
                        .hasSize(1 + 2 * documentation.manifest().size());
            }
        }
    }

    /** How it is made. */
    @Nested
    class Made {
        @TempDir
        private Path directory;

        private Path docs;

        private static Picture figure(String id, double value) {
            return new Figure(
                    id,
                    "A title",
                    new Frame(Axis.automatic("x"), Axis.automatic("y"), false),
                    Legend.NONE,
                    List.of(Line.measured("ours", Colour.BLUE, Points.from(0, new double[] {0, value}))));
        }

        @BeforeEach
        void writePages() throws IOException {
            docs = Files.createDirectory(directory.resolve("docs"));
            Files.writeString(docs.resolve("one.md"), "text ![what it shows](figures/a/one.png) text");
            Files.writeString(directory.resolve("README.md"), "![again](docs/figures/b/two.png) [no](docs/one.md)");
        }

        @Test
        void thePagesAndTheReadmeSayWhatIsShown() throws IOException {
            assertThat(new Documentation(docs).shown()).containsExactly("a/one", "b/two");
        }

        @Test
        void whatIsShownIsWrittenWithItsNumbersAndNothingElse() throws IOException {
            Map<String, Picture> pictures =
                    Map.of("a/one", figure("one", 1), "b/two", figure("two", 2), "a/other", figure("other", 3));
            assertThat(new Documentation(docs).write(pictures)).isEqualTo(2);
            assertThat(docs.resolve("figures/a/other.png")).doesNotExist();
            assertThat(docs.resolve("figures/b/two.csv")).content().contains("\"ours\",1.0,2.0,,");
            assertThat(new Documentation(docs).manifest())
                    .containsOnlyKeys("a/one", "b/two")
                    .containsEntry(
                            "a/one",
                            new Entry(
                                    "A title",
                                    sha256(docs.resolve("figures/a/one.png")),
                                    sha256(docs.resolve("figures/a/one.csv"))));
        }

        @Test
        void otherEntriesStayAsLongAsAPageShowsThem() throws IOException {
            Documentation documentation = new Documentation(docs);
            documentation.write(Map.of("a/one", figure("one", 1), "b/two", figure("two", 2)));
            Entry before = documentation.manifest().get("b/two");
            documentation.write(Map.of("a/one", figure("one", 5)));
            assertThat(documentation.manifest()).containsEntry("b/two", before);
            Files.writeString(directory.resolve("README.md"), "no figure");
            documentation.write(Map.of());
            assertThat(documentation.manifest()).containsOnlyKeys("a/one");
        }

        @Test
        void aPlaceThatIsNoDirectoryIsRefused() {
            assertThatThrownBy(() -> new Documentation(docs.resolve("one.md")))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("the documentation must be a directory, was " + docs.resolve("one.md"));
        }
    }
}
