package org.tailoff.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tailoff.analysis.Estimate;
import org.tailoff.claim.Alternative;
import org.tailoff.claim.Claim;
import org.tailoff.claim.Control;
import org.tailoff.claim.Evidence;
import org.tailoff.claim.Finding;
import org.tailoff.claim.Prediction;

/** The text of verdicts.json, read back. */
class VerdictsTest {
    private static final Claim CLAIM = new Claim("T1", "\"about\" λ", "the source", "the test", "the change");
    private static final Control CONTROL =
            new Control(Prediction.near("sum", 2, 0.5, "known"), Estimate.exact(Double.POSITIVE_INFINITY));

    private static Finding oneSeed() {
        Map<String, Double> details = new LinkedHashMap<>();
        details.put("zulu", Double.NaN);
        details.put("alpha", 0.25);
        return new Finding(
                CLAIM,
                "first part",
                Prediction.atLeast("smallest x", 1, "definition"),
                new Evidence(
                        Estimate.mean(1.5),
                        List.of("run_seed1"),
                        List.of("run_seed2: gone"),
                        Optional.empty(),
                        details),
                List.of(CONTROL));
    }

    private static Finding exact() {
        return new Finding(
                CLAIM,
                "second part",
                new Prediction("x", 1, 2, "definition"),
                Evidence.exact(1.1, "formula", Map.of()),
                List.of(new Control(Prediction.atMost("y", 0, "known"), Estimate.exact(-1))));
    }

    private static JsonNode parsed(boolean quick) throws JsonProcessingException {
        return new ObjectMapper().readTree(Verdicts.json(List.of(oneSeed(), exact()), Map.of(), quick));
    }

    @Test
    void everyFindingIsARow() throws Exception {
        assertThat(parsed(false)).hasSize(2);
        assertThat(parsed(false).findValuesAsText("part")).containsExactly("first part", "second part");
    }

    @Test
    void aRowSaysEverythingThatTheVerdictRestsOn() throws Exception {
        JsonNode row = parsed(false).get(1);
        assertThat(row.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "part",
                        "setting",
                        "statement",
                        "source",
                        "test",
                        "predicted",
                        "measured",
                        "ci_low",
                        "ci_high",
                        "n_seeds",
                        "details",
                        "runs",
                        "dropped",
                        "controls",
                        "verdict",
                        "undecided_because",
                        "from_bound",
                        "other_readings",
                        "would_change",
                        "quick");
        assertThat(row.get("statement").asText()).isEqualTo("\"about\" λ");
        assertThat(row.get("measured").asDouble()).isEqualTo(1.1);
        assertThat(row.get("ci_low").asDouble()).isEqualTo(1.1);
        assertThat(row.get("predicted").get("bounds").asText()).isEqualTo("1 to 2");
        assertThat(row.get("predicted").get("high").asDouble()).isEqualTo(2);
        assertThat(row.get("controls").get(0).get("verdict").asText()).isEqualTo("SUPPORTED");
        assertThat(row.get("verdict").asText()).isEqualTo("SUPPORTED");
        assertThat(row.get("undecided_because").isNull()).isTrue();
    }

    @Test
    void aRowSaysHowFarTheNumberIsFromTheBoundAndWhetherTheVerdictStands() throws Exception {
        Prediction near = Prediction.near("x", 2, 0.25, "chosen");
        Finding finding = new Finding(
                CLAIM,
                "part",
                near,
                new Evidence(Estimate.mean(1.9, 2.1, 2.3), List.of("run"), List.of(), Optional.empty(), Map.of()),
                List.of(new Control(Prediction.atMost("y", 0, "known"), Estimate.exact(-1))),
                List.of(new Alternative("first 3 epochs", near, Estimate.exact(2))));
        JsonNode row = new ObjectMapper()
                .readTree(Verdicts.json(List.of(finding), Map.of(), false))
                .get(0);

        // s / sqrt 3 = 0.2/sqrt 3, and 2.1 is 0.15 from 2.25.
        assertThat(row.get("from_bound").get("inside").asDouble()).isCloseTo(0.15, within(1e-12));
        assertThat(row.get("from_bound").get("standard_errors").asDouble())
                .isCloseTo(0.15 * Math.sqrt(3) / 0.2, within(1e-8));
        assertThat(row.get("from_bound").get("words").asText()).isEqualTo("1.3 standard errors inside");
        assertThat(row.get("other_readings").findValuesAsText("name"))
                .containsExactly("half the tolerance", "double the tolerance", "first 3 epochs");
        assertThat(row.get("other_readings").findValuesAsText("verdict"))
                .containsExactly("INCONCLUSIVE", "INCONCLUSIVE", "SUPPORTED");
        assertThat(row.get("other_readings").get(1).get("bounds").asText()).isEqualTo("1.5 to 2.5");
        assertThat(row.get("other_readings").get(2).get("measured").asDouble()).isEqualTo(2);
        assertThat(parsed(false).get(1).get("from_bound").get("words").asText()).isEqualTo("exact");
        assertThat(parsed(false).get(1).get("from_bound").get("standard_errors").isNull())
                .isTrue();
    }

    @Test
    void numbersThatAreNotFiniteAreNull() throws Exception {
        JsonNode row = parsed(false).get(0);
        assertThat(row.get("measured").asDouble()).isEqualTo(1.5);
        assertThat(row.get("ci_low").isNull()).isTrue();
        assertThat(row.get("ci_high").isNull()).isTrue();
        assertThat(row.get("details").get("zulu").isNull()).isTrue();
        assertThat(row.get("predicted").get("high").isNull()).isTrue();
        assertThat(row.get("controls").get(0).get("measured").isNull()).isTrue();
        assertThat(Verdicts.json(List.of(oneSeed()), Map.of(), false)).doesNotContain("NaN", ": \"Infinity");
    }

    @Test
    void whyNothingIsDecidedIsSaid() throws Exception {
        JsonNode row = parsed(false).get(0);
        assertThat(row.get("verdict").asText()).isEqualTo("INCONCLUSIVE");
        assertThat(row.get("undecided_because").asText())
                .isEqualTo("control came out wrong: sum is inf, should be 1.5 to 2.5");
        assertThat(row.get("dropped").get(0).asText()).isEqualTo("run_seed2: gone");
    }

    @Test
    void quickRunsAreMarkedInEveryRow() throws Exception {
        assertThat(parsed(true).findValuesAsText("quick")).containsExactly("true", "true");
        assertThat(parsed(false).findValuesAsText("quick")).containsExactly("false", "false");
    }

    @Test
    void theSameFindingsGiveTheSameTextAndDetailsKeepTheirOrder() {
        String text = Verdicts.json(List.of(oneSeed(), exact()), Map.of(), false);
        assertThat(Verdicts.json(List.of(oneSeed(), exact()), Map.of(), false)).isEqualTo(text);
        assertThat(text).containsSubsequence("zulu", "alpha").endsWith("]\n");
    }

    /** The documentation's evidence was written by earlier builds: the form has not changed by a byte. */
    @Test
    void theEvidenceOfTheDocumentationReadsBackAndIsWrittenTheSame() throws Exception {
        JsonMapper mapper = JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build();
        try (Stream<Path> evidence = Files.list(Path.of("..", "..", "docs", "evidence"))) {
            List<Path> files = evidence.filter(
                            file -> file.getFileName().toString().matches("(?!compare-).*\\.json"))
                    .toList();
            assertThat(files).hasSizeGreaterThan(30);
            for (Path file : files) {
                VerdictRow[] rows = mapper.readValue(file.toFile(), VerdictRow[].class);
                assertThat(mapper.writeValueAsString(rows) + "\n").isEqualTo(Files.readString(file));
            }
        }
    }
}
