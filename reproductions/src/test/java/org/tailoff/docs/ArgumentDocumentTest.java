package org.tailoff.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tailoff.claim.Claim;
import org.tailoff.reproductions.argument.Argument;

class ArgumentDocumentTest {
    private static final Path DOCS = Path.of("..", "docs");
    private static final String FINDING =
            "\"measured\": 0.36384, \"verdict\": \"REFUTED\", \"details\": {\"epoch 1\": 23820}";
    private static final Map<String, String> EVIDENCE = Map.of("C1b.json", "[{" + FINDING + "}]");

    /** A claim refuted in one setting, supported in another and undecided in a third. */
    private static final Map<String, String> CONTRARY = Map.of("C1b.json", """
            [{"part": "hidden", "setting": "eta 0.1", "measured": 0.4, "verdict": "REFUTED"},
             {"part": "strong", "setting": "eta 0.5", "measured": 3.25, "verdict": "SUPPORTED"},
             {"part": "same", "setting": "eta 0.1", "measured": 0.3, "verdict": "REFUTED"},
             {"part": "open", "setting": "", "measured": null, "verdict": "INCONCLUSIVE"}]
            """);

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
        List<String> files = Stream.concat(Argument.tests().stream(), Argument.beyond(line -> {}).stream())
                .flatMap(examination -> examination.claims().stream())
                .map(Claim::id)
                .map(id -> id + ".json")
                .toList();
        assertThat(committed().keySet()).containsExactlyInAnyOrderElementsOf(files);
    }

    /** A sentence that tells of one setting what was measured in another shows it in its links. */
    @Test
    void everyLinkToAMeasurementNamesItsSetting() throws IOException {
        String text = Files.readString(DOCS.resolve("argument.md"));
        assertThat(Pattern.compile("\\(evidence/[^) ]*#/\\d+/(measured|ci_low|ci_high|details)[^)]*\\)")
                        .matcher(text)
                        .results()
                        .map(link -> link.group()))
                .isNotEmpty()
                .filteredOn(link -> !link.contains(" \"eta "))
                .as(
                        "links without a setting: arithmetic, published files, and networks without a spec, whose part names it")
                .allSatisfy(link -> assertThat(link).matches("\\(evidence/(A3|A4-2|A4-3|C2e|N9|N10|N12|Q).*"));
    }

    /** What says otherwise than the first finding of a claim that the page quotes stands on the page. */
    @Test
    void everyContraryFindingOfAQuotedClaimIsMentioned() throws IOException {
        String text = Files.readString(DOCS.resolve("argument.md"));
        ObjectMapper json = new ObjectMapper();
        for (Map.Entry<String, String> file : committed().entrySet()) {
            JsonNode findings = json.readTree(file.getValue());
            for (int i = 1; i < findings.size(); i++) {
                if (text.contains("evidence/" + file.getKey())
                        && !findings.get(i)
                                .get("verdict")
                                .equals(findings.get(0).get("verdict"))) {
                    assertThat(text).contains("evidence/" + file.getKey() + "#/" + i + "/verdict");
                }
            }
        }
    }

    @Test
    void aNumberThatDiffersIsReplacedByThatOfTheEvidence() {
        assertThat(refreshed("D/R is [x](evidence/C1b.json#/0/measured)."))
                .isEqualTo("D/R is [0.3638](evidence/C1b.json#/0/measured).");
    }

    @Test
    void aNumberKeepsItsDecimalsAndItsPercentSign() {
        assertThat(refreshed("[0.90](evidence/C1b.json#/0/measured), [90 %](evidence/C1b.json#/0/measured),"
                        + " [7.5 %](evidence/C1b.json#/0/measured), [1](evidence/C1b.json#/0/details/epoch%201)"))
                .isEqualTo("[0.36](evidence/C1b.json#/0/measured), [36 %](evidence/C1b.json#/0/measured),"
                        + " [36.4 %](evidence/C1b.json#/0/measured), [23820](evidence/C1b.json#/0/details/epoch%201)");
    }

    @Test
    void aLinkGetsTheSettingThatTheEvidenceHas() {
        assertThat(new ArgumentDocument("[0.1](evidence/C1b.json#/1/measured \"eta 9\")").refreshed(CONTRARY))
                .isEqualTo("[3.2](evidence/C1b.json#/1/measured \"eta 0.5\")");
    }

    @Test
    void findingsThatSayOtherwiseAreListedWhereThePageAsksForThem() {
        String text = "[x](evidence/C1b.json#/0/verdict)\n<!-- findings that say otherwise -->\nold\n"
                + "<!-- end of findings -->\nend";
        assertThat(new ArgumentDocument(text).refreshed(CONTRARY)).isEqualTo("""
                [REFUTED](evidence/C1b.json#/0/verdict "eta 0.1")
                <!-- findings that say otherwise -->
                | claim | where | setting | verdict | measured |
                |---|---|---|---|---|
                | C1b | strong | eta 0.5 | [SUPPORTED](evidence/C1b.json#/1/verdict "eta 0.5") | [3.25](evidence/C1b.json#/1/measured "eta 0.5") |
                | C1b | open |  | [INCONCLUSIVE](evidence/C1b.json#/3/verdict) | not finite |
                <!-- end of findings -->
                end""");
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
