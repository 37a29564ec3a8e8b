package org.tailoff.conformance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.tailoff.initialise.Distribution;
import org.tailoff.initialise.LayerShape;

/** Whether the stream decides, and it alone: again, elsewhere, side by side, and without traces. */
final class Repetition {
    private static final LayerShape SHAPE = new LayerShape(100, 30);
    private static final int THREADS = 4;
    private static final int TASKS = 32;
    private static final double SECONDS = 5;
    private static final double NANOS = 1e9;

    private Repetition() {}

    static List<Trial> trials(Subject subject) {
        return List.of(
                new Trial("same stream, same bits", () -> same(subject)),
                new Trial("other stream, other bits", () -> different(subject)),
                new Trial("thread safety", () -> threads(subject)),
                new Trial("no global state", () -> traces(subject)),
                new Trial("speed", () -> speed(subject)));
    }

    private static Check same(Subject subject) {
        List<String> different = Subject.SHAPES.stream()
                .filter(shape -> !Arrays.equals(subject.weights(shape, "same", 2), subject.weights(shape, "same", 2))
                        || !Arrays.equals(biases(subject, shape), biases(subject, shape)))
                .map(Subject::text)
                .toList();
        return Check.of(
                "same stream, same bits",
                different.isEmpty(),
                "the same numbers from the same stream at five shapes",
                different.isEmpty() ? "that" : "others at " + String.join(", ", different));
    }

    private static double[] biases(Subject subject, LayerShape shape) {
        return subject.initialiser().biases(subject.layer(shape), Subject.stream("same"));
    }

    private static Check different(Subject subject) {
        boolean fixed = subject.distribution(SHAPE) instanceof Distribution.Fixed;
        boolean equal = Arrays.equals(subject.weights(SHAPE, "one", 1), subject.weights(SHAPE, "another", 1));
        return Check.of(
                "other stream, other bits",
                equal == fixed,
                fixed ? "the same numbers from every stream, as declared" : "other numbers from another stream",
                equal ? "the same numbers" : "other numbers");
    }

    private static Check threads(Subject subject) throws Exception {
        List<Callable<double[]>> tasks = IntStream.range(0, TASKS)
                .<Callable<double[]>>mapToObj(task -> () -> subject.weights(SHAPE, "thread " + task, 1))
                .toList();
        ExecutorService pool = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<double[]>> together = pool.invokeAll(tasks);
            int wrong = 0;
            for (int task = 0; task < TASKS; task++) {
                wrong += Arrays.equals(together.get(task).get(), tasks.get(task).call()) ? 0 : 1;
            }
            return Check.of(
                    "thread safety",
                    wrong == 0,
                    "of " + TASKS + " layers drawn by " + THREADS + " threads, 0 unlike those drawn alone",
                    Integer.toString(wrong));
        } finally {
            pool.shutdownNow();
        }
    }

    /** What a plugin could change for everybody else, at the moment. */
    private record World(Properties properties, Locale locale, TimeZone zone, ClassLoader loader) {
        static World now() {
            return new World(
                    (Properties) System.getProperties().clone(),
                    Locale.getDefault(),
                    TimeZone.getDefault(),
                    Thread.currentThread().getContextClassLoader());
        }

        List<String> differences(World other) {
            List<String> differences = new ArrayList<>();
            if (!properties.equals(other.properties)) {
                differences.add("system properties");
            }
            if (!locale.equals(other.locale)) {
                differences.add("default locale");
            }
            if (!zone.equals(other.zone)) {
                differences.add("default time zone");
            }
            if (loader != other.loader) {
                differences.add("context class loader");
            }
            return differences;
        }
    }

    private static Check traces(Subject subject) {
        World before = World.now();
        double[] first = subject.weights(SHAPE, "traces", 1);
        subject.weights(new LayerShape(7, 5), "others", 3);
        List<String> found = new ArrayList<>(before.differences(World.now()));
        if (!Arrays.equals(first, subject.weights(SHAPE, "traces", 1))) {
            found.add("the initialiser itself: it remembers other layers");
        }
        return Check.of(
                "no global state",
                found.isEmpty(),
                "system properties, locale, time zone, class loader and the initialiser as before",
                found.isEmpty() ? "that" : "changed: " + String.join(", ", found));
    }

    /** The second call counts: the first one compiles. */
    private static Check speed(Subject subject) {
        subject.weights(Subject.LARGEST, Subject.stream("speed"));
        long start = System.nanoTime();
        subject.weights(Subject.LARGEST, Subject.stream("speed"));
        double seconds = (System.nanoTime() - start) / NANOS;
        return Check.of(
                "speed",
                seconds <= SECONDS,
                String.format(Locale.ROOT, "%s weights in at most %.0f s", Subject.text(Subject.LARGEST), SECONDS),
                String.format(
                        Locale.ROOT,
                        "%.3f s, %.0f ns a weight",
                        seconds,
                        seconds * NANOS / Subject.LARGEST.weightCount()));
    }
}
