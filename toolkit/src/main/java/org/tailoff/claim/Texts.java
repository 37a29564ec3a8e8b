package org.tailoff.claim;

/** Checks of texts. */
final class Texts {
    private Texts() {}

    static String require(String text, String name) {
        if (text.isBlank()) {
            throw new IllegalArgumentException(name + " must not be blank: '" + text + "'");
        }
        return text;
    }
}
