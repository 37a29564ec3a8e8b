package org.tailoff.spec;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.Locale;
import org.tailoff.random.BookStreams;
import org.tailoff.random.NamedStreams;
import org.tailoff.random.RandomStreams;

/** Where a run's randomness comes from. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = SeedSpec.Book.class, name = "book"),
    @JsonSubTypes.Type(value = SeedSpec.Streams.class, name = "streams")
})
public sealed interface SeedSpec {
    /** {@return the streams of initial parameters and of the order, from their beginning} */
    RandomStreams streams();

    /** {@return streams for what no program of the book draws} */
    NamedStreams named();

    /** {@return what is drawn of the streams before the run} */
    Before before();

    /** {@return what every initial parameter is multiplied by} */
    double nudge();

    /** {@return where the randomness comes from, in a line for people} */
    String inWords();

    /**
     * What is drawn before a run.
     *
     * @param networks networks of the same shape
     * @param epochs epochs of the same training set
     * @param draws numbers to shuffle other training sets
     */
    record Before(int networks, int epochs, long draws) {}

    /**
     * The book's programs: Python's and NumPy's generators, both started from one seed. Such a program makes several
     * networks and trains some of them in turn, so a run is placed by what was drawn before it.
     *
     * @param seed the seed of both generators, 0 to 2^32 - 1
     * @param networksBefore networks of the same shape initialised earlier in the program
     * @param epochsBefore epochs of the same training set shuffled earlier in the program
     * @param replica 0 for the book's run; replica k starts from parameters multiplied by 1 + k 2^-52, which changes
     *     about their last bit, to show how far a run is determined
     * @param drawsBefore numbers drawn earlier in the program to shuffle other training sets, n - 1 for each epoch of n
     *     examples; 0 is left out of files
     */
    record Book(
            long seed,
            int networksBefore,
            int epochsBefore,
            int replica,
            @JsonInclude(JsonInclude.Include.NON_DEFAULT) Long drawsBefore)
            implements SeedSpec {
        /**
         * Validates the place.
         *
         * @throws SpecException if {@code seed} is outside 0 to 2^32 - 1 or a count is negative
         */
        public Book {
            if (seed < 0 || seed > 0xFFFF_FFFFL) {
                throw new SpecException("seeds.seed must be an integer in 0..4294967295, was " + seed);
            }
            SpecChecks.requireAtLeast(0, networksBefore, "seeds.networks-before");
            SpecChecks.requireAtLeast(0, epochsBefore, "seeds.epochs-before");
            SpecChecks.requireAtLeast(0, replica, "seeds.replica");
            drawsBefore = drawsBefore == null ? 0 : drawsBefore;
            if (drawsBefore < 0) {
                throw new SpecException("seeds.draws-before must be an integer >= 0, was " + drawsBefore);
            }
        }

        /** A place in a program that shuffles one training set alone. */
        public Book(long seed, int networksBefore, int epochsBefore, int replica) {
            this(seed, networksBefore, epochsBefore, replica, 0L);
        }

        @Override
        public RandomStreams streams() {
            return new BookStreams(seed);
        }

        /** {@return streams from the book's seed as if it were a master seed} */
        @Override
        public NamedStreams named() {
            return new NamedStreams(seed);
        }

        @Override
        public Before before() {
            return new Before(networksBefore, epochsBefore, drawsBefore);
        }

        /** {@return 1 + replica 2^-52} */
        @Override
        public double nudge() {
            return 1 + replica * Math.ulp(1.0);
        }

        @Override
        public String inWords() {
            return String.format(
                    Locale.ROOT,
                    "the book's two generators from seed %d; drawn before it: networks %d, epochs %d%s",
                    seed,
                    networksBefore,
                    epochsBefore,
                    replica == 0 ? "" : "; replica " + replica);
        }
    }

    /**
     * Named, independent streams derived from one master seed; runs with the same master seed are paired.
     *
     * @param master the master seed
     */
    record Streams(long master) implements SeedSpec {
        @Override
        public RandomStreams streams() {
            return named();
        }

        @Override
        public NamedStreams named() {
            return new NamedStreams(master);
        }

        @Override
        public Before before() {
            return new Before(0, 0, 0);
        }

        @Override
        public double nudge() {
            return 1;
        }

        @Override
        public String inWords() {
            return "master seed " + master;
        }
    }
}
