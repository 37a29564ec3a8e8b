package org.tailoff.claim;

import org.tailoff.text.Checks;

/**
 * A statement of the exercise or of the thread, and how it is put to the test.
 *
 * @param id short and unique, such as {@code C1b} or {@code A3-2}
 * @param statement the statement in a few words, as it was made
 * @param source where it was made
 * @param test how it is tested
 * @param wouldChange what would have changed the verdict
 */
public record Claim(String id, String statement, String source, String test, String wouldChange) {
    /** The exercise of section 3.3, "Connecting regularization and the improved method of weight initialization". */
    public static final String EXERCISE =
            "Neural Networks and Deep Learning, section 3.3, exercise on regularisation and initialisation";

    /** The public thread of four answers to the exercise. */
    public static final String THREAD = "the public thread on the exercise";

    /**
     * Checks the texts.
     *
     * @param id see {@link #id()}
     * @param statement see {@link #statement()}
     * @param source see {@link #source()}
     * @param test see {@link #test()}
     * @param wouldChange see {@link #wouldChange()}
     * @throws IllegalArgumentException if one is blank
     */
    public Claim {
        Checks.requireText(id, "id");
        Checks.requireText(statement, "statement of " + id);
        Checks.requireText(source, "source of " + id);
        Checks.requireText(test, "test of " + id);
        Checks.requireText(wouldChange, "wouldChange of " + id);
    }
}
