package org.tailoff.comparison;

/** At what stage of training accuracies are compared. */
public enum When {
    /** After the last epoch. */
    END("at the end"),
    /** After the first epoch that was measured. */
    START("after the first epoch");

    private final String words;

    When(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** In percent, one per seed. */
    double[] accuracies(ArmResult outcome) {
        return this == END ? outcome.lastAccuracy() : outcome.firstAccuracy();
    }
}
