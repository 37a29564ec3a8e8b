package org.tailoff.examine;

import java.util.Optional;
import java.util.function.Function;

/**
 * Something that the records say, or why they do not.
 *
 * @param <T> what they say
 */
public sealed interface Reading<T> {
    /**
     * The records say it.
     *
     * @param value what they say
     */
    record Known<T>(T value) implements Reading<T> {}

    /**
     * The records do not say it.
     *
     * @param reason why, in half a sentence that can follow "cannot tell:"
     */
    record Unknown<T>(String reason) implements Reading<T> {}

    /** {@return what the records say} */
    static <T> Reading<T> of(T value) {
        return new Known<>(value);
    }

    /** {@return that the records do not say it, and why} */
    static <T> Reading<T> unknown(String reason) {
        return new Unknown<>(reason);
    }

    /** {@return what the records say; empty if they do not} */
    default Optional<T> known() {
        return this instanceof Known<T> known ? Optional.of(known.value) : Optional.empty();
    }

    /** {@return why the records do not say it; empty if they do} */
    default Optional<String> why() {
        return this instanceof Unknown<T> unknown ? Optional.of(unknown.reason) : Optional.empty();
    }

    /** {@return what follows from it; unknown for the same reason where this is} */
    default <R> Reading<R> then(Function<T, Reading<R>> next) {
        return this instanceof Known<T> known ? next.apply(known.value) : unknown(why().orElseThrow());
    }
}
