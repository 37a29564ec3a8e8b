package org.tailoff.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailoff.claim.Numbers;

/**
 * {@code docs/argument.md}: reasoning by hand, numbers from the evidence. A number is the text of a link to the place
 * it comes from, such as {@code [0.36](evidence/C1b.json#/0/measured)}: file and JSON pointer, with %20 for a space.
 */
public final class ArgumentDocument {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern LINK =
            Pattern.compile("\\[([^\\]]*)\\]\\(evidence/([A-Za-z0-9-]+\\.json)#(/[^)]*)\\)");

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
     * @return Markdown; the same text if no number has changed
     * @throws IllegalArgumentException if a link leads nowhere; the message names it
     */
    public String refreshed(Map<String, String> evidence) {
        Map<String, JsonNode> read = new HashMap<>();
        evidence.forEach((name, json) -> read.put(name, parse(name, json)));
        return LINK.matcher(text)
                .replaceAll(link -> Matcher.quoteReplacement("[" + shown(link.group(2), link.group(3), read)
                        + "](evidence/" + link.group(2) + "#" + link.group(3) + ")"));
    }

    private static JsonNode parse(String name, String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(name + " must be JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static String shown(String file, String pointer, Map<String, JsonNode> evidence) {
        JsonNode root = evidence.get(file);
        JsonNode found = root == null ? null : root.at(URLDecoder.decode(pointer, StandardCharsets.UTF_8));
        if (found == null || !found.isValueNode() || found.isNull()) {
            throw new IllegalArgumentException("no number at evidence/" + file + "#" + pointer);
        }
        return found.isNumber() ? Numbers.text(found.doubleValue()) : found.asText();
    }
}
