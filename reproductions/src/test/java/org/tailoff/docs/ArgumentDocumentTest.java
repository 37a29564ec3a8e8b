package org.tailoff.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tailoff.claim.Claim;
import org.tailoff.reproductions.argument.Argument;

class ArgumentDocumentTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final Map<String, String> EVIDENCE = Map.of(
            "C1b.json", "[{\"measured\": 0.36384, \"verdict\": \"REFUTED\", \"details\": {\"epoch 1\": 23820}}]");

    private static String refreshed(String text) {
        return new ArgumentDocument(text).refreshed(EVIDENCE);
    }

    /** What is not of a comparison of initialisers. */
    private static Map<String, String> committed() throws IOException {
        Map<String, String> evidence = new TreeMap<>();
        try (Stream<Path> files = Files.list(DOCS.resolve("evidence"))) {
            for (Path file : files.filter(file -> !file.getFileName().toString().startsWith("compare-"))
                    .toList()) {
                evidence.put(file.getFileName().toString(), Files.readString(file));
            }
        }
        return evidence;
    }

    @Test
    void everyNumberInTheTextIsThatOfTheCommittedEvidence() throws IOException {
        String text = Files.readString(DOCS.resolve("argument.md"));
        assertThat(new ArgumentDocument(text).refreshed(committed())).isEqualTo(text);
    }

    @Test
    void thereIsEvidenceOfEveryClaimAndOfNoOther() throws IOException {
        List<String> files = Argument.tests().stream()
                .flatMap(examination -> examination.claims().stream())
                .map(Claim::id)
                .map(id -> id + ".json")
                .toList();
        assertThat(committed().keySet()).containsExactlyInAnyOrderElementsOf(files);
    }

    @Test
    void aNumberThatDiffersIsReplacedByThatOfTheEvidence() {
        assertThat(refreshed("D/R is [0.9](evidence/C1b.json#/0/measured)."))
                .isEqualTo("D/R is [0.3638](evidence/C1b.json#/0/measured).");
    }

    @Test
    void verdictsAndDetailsCanBeQuoted() {
        assertThat(refreshed("[x](evidence/C1b.json#/0/verdict) [y](evidence/C1b.json#/0/details/epoch%201)"))
                .isEqualTo("[REFUTED](evidence/C1b.json#/0/verdict) [23820](evidence/C1b.json#/0/details/epoch%201)");
    }

    @Test
    void aLinkThatLeadsNowhereIsRefusedByName() {
        assertThatThrownBy(() -> refreshed("[1](evidence/C1b.json#/1/measured)"))
                .hasMessage("no number at evidence/C1b.json#/1/measured");
        assertThatThrownBy(() -> refreshed("[1](evidence/C9.json#/0/measured)"))
                .hasMessage("no number at evidence/C9.json#/0/measured");
    }

    @Test
    void otherLinksAreLeftAlone() {
        assertThat(refreshed("[recording](recording.md#reading)")).isEqualTo("[recording](recording.md#reading)");
    }
}
