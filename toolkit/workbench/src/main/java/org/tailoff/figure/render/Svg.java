package org.tailoff.figure.render;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tailoff.figure.Picture;

/** Gives XChart's SVG what it lacks: words, names of its own, and numbers no longer than they need be. */
final class Svg {
    private static final Pattern DOCTYPE = Pattern.compile("<!DOCTYPE[^>]*>\\s*");
    private static final Pattern ROOT = Pattern.compile("<svg\\b([^>]*)>");
    private static final Pattern CLIP = Pattern.compile("\\bclip(-?\\d+)\\b");
    private static final Pattern LONG_NUMBER = Pattern.compile("-?\\d+\\.\\d{3,}(E-?\\d+)?");

    private Svg() {}

    /**
     * The drawing with the picture's title and text alternative as the first children of its root; without its document
     * type, which would make some readers fetch it from the network; with ids that differ from those of other pictures
     * on the same page; coordinates to 1/100 pixel.
     */
    static String described(String drawn, Picture picture) {
        String title = picture.title().isBlank() ? picture.id() : picture.title();
        String words = "<title>" + escaped(title) + "</title><desc>" + escaped(picture.describe()) + "</desc>";
        String plain = LONG_NUMBER
                .matcher(DOCTYPE.matcher(drawn).replaceFirst(""))
                .replaceAll(number -> rounded(number.group()));
        String named = CLIP.matcher(plain).replaceAll(clip -> picture.id() + "-clip" + clip.group(1));
        return ROOT.matcher(named)
                .replaceFirst(root -> Matcher.quoteReplacement("<svg role=\"img\"" + root.group(1) + ">" + words));
    }

    private static String rounded(String number) {
        return new BigDecimal(number)
                .setScale(2, RoundingMode.HALF_EVEN)
                .stripTrailingZeros()
                .toPlainString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
