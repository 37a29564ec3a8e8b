package org.tailoff.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailoff.claim.Numbers;

/**
 * {@code docs/argument.md}: reasoning by hand, numbers from the evidence.
 *
 * <p>A number is the text of a link to the place it comes from, such as {@code [0.36](evidence/C1b.json#/0/measured
 * "eta 0.1, lambda 5, h 30")}: file and JSON pointer, with %20 for a space, and as the link's title the setting it was
 * measured in. It keeps its number of decimals, and is a percentage where it ends in %; what is no number yet is
 * written to four digits.
 *
 * <p>Between two comments stands what the evidence says against the page: of every claim that is quoted the findings
 * whose verdict is another than that of the first one.
 */
public final class ArgumentDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LINK =
            Pattern.compile("\\[([^\\]]*)\\]\\(evidence/([A-Za-z0-9-]+)\\.json#(/[^) \"]*)( \"[^\"]*\")?\\)");
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.(\\d+))?( %)?");

    /** What stands before the findings that say otherwise. */
    static final String OTHERWISE = "<!-- findings that say otherwise -->\n";

    /** What stands after them. */
    static final String END = "<!-- end of findings -->";

    private final String text;

    /**
     * A document.
     *
     * @param text Markdown
     */
    public ArgumentDocument(String text) {
        this.text = text;
    }

    /**
     * The document with every number as the evidence has it now.
     *
     * @param evidence content of the evidence files by name, such as {@code C1b.json}
     * @return Markdown; the same text if nothing has changed
     * @throws IllegalArgumentException if a link leads nowhere; the message names it
     */
    public String refreshed(Map<String, String> evidence) {
        Map<String, JsonNode> read = new TreeMap<>();
        evidence.forEach((name, json) -> read.put(name.replace(".json", ""), parse(name, json)));
        String numbers = LINK.matcher(text).replaceAll(link -> {
            JsonNode finding = found(read, link.group(2), link.group(3).replaceAll("^(/\\d+).*", "$1"));
            JsonNode value = found(read, link.group(2), link.group(3));
            return Matcher.quoteReplacement("[" + shown(value, link.group(1), link) + "](evidence/" + link.group(2)
                    + ".json#" + link.group(3) + title(finding) + ")");
        });
        return withOtherwise(numbers, read);
    }

    private static JsonNode parse(String name, String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(name + " must be JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static JsonNode found(Map<String, JsonNode> evidence, String claim, String pointer) {
        JsonNode root = evidence.get(claim);
        return root == null ? null : root.at(URLDecoder.decode(pointer, StandardCharsets.UTF_8));
    }

    private static String title(JsonNode finding) {
        String setting = finding == null ? "" : finding.path("setting").asText("");
        return setting.isEmpty() ? "" : " \"" + setting + "\"";
    }

    private static String shown(JsonNode found, String before, MatchResult link) {
        if (found == null || !found.isValueNode() || found.isNull()) {
            throw new IllegalArgumentException("no number at evidence/" + link.group(2) + ".json#" + link.group(3));
        }
        return found.isNumber() ? rounded(found.doubleValue(), before) : found.asText();
    }

    /** With as many decimals as it had before. */
    private static String rounded(double value, String before) {
        Matcher number = NUMBER.matcher(before);
        if (!number.matches()) {
            return Numbers.text(value);
        }
        int decimals = number.group(1) == null ? 0 : number.group(1).length();
        String percent = number.group(2) == null ? "" : number.group(2);
        BigDecimal scaled = new BigDecimal(value).scaleByPowerOfTen(percent.isEmpty() ? 0 : 2);
        return scaled.setScale(decimals, RoundingMode.HALF_EVEN).toPlainString() + percent;
    }

    private static String withOtherwise(String text, Map<String, JsonNode> evidence) {
        int from = text.indexOf(OTHERWISE);
        int to = text.indexOf(END);
        if (from < 0 || to < from) {
            return text;
        }
        Set<String> quoted = new TreeSet<>();
        LINK.matcher(text.substring(0, from)).results().forEach(link -> quoted.add(link.group(2)));
        return text.substring(0, from) + OTHERWISE + otherwise(quoted, evidence) + text.substring(to);
    }

    private static String otherwise(Set<String> quoted, Map<String, JsonNode> evidence) {
        StringBuilder rows =
                new StringBuilder("| claim | where | setting | verdict | measured |\n|---|---|---|---|---|\n");
        for (String claim : quoted) {
            JsonNode findings = evidence.get(claim);
            for (int i = 1; i < findings.size(); i++) {
                JsonNode finding = findings.get(i);
                if (!finding.path("verdict").equals(findings.get(0).path("verdict"))) {
                    rows.append(row(claim, i, finding));
                }
            }
        }
        return rows.toString();
    }

    private static String row(String claim, int index, JsonNode finding) {
        String place = "](evidence/" + claim + ".json#/" + index + "/%s" + title(finding) + ")";
        String measured = finding.path("measured").isNumber()
                ? "[" + Numbers.text(finding.path("measured").doubleValue())
                        + String.format(Locale.ROOT, place, "measured")
                : "not finite";
        return String.format(
                Locale.ROOT,
                "| %s | %s | %s | [%s%s | %s |%n",
                claim,
                finding.path("part").asText().replace("|", "\\|"),
                finding.path("setting").asText(""),
                finding.path("verdict").asText(),
                String.format(Locale.ROOT, place, "verdict"),
                measured);
    }
}
