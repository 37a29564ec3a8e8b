package org.tailoff.examine;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tailoff.store.StoredRun;

/**
 * Which iterations a run recorded.
 *
 * @param iterations their numbers, increasing
 * @param epochs the epoch that each belongs to, from 1
 * @param every every how manieth iteration is recorded
 * @param stepsPerEpoch iterations of an epoch, recorded or not
 */
record RecordedTime(long[] iterations, int[] epochs, int every, int stepsPerEpoch) {
    static RecordedTime of(StoredRun run) {
        long[] iterations = run.iterationNumbers();
        int[] epochs = run.iterationEpochs();
        int every = iterations.length > 1 ? (int) (iterations[1] - iterations[0]) : 1;
        return new RecordedTime(iterations, epochs, every, stepsPerEpoch(iterations, epochs, every));
    }

    /**
     * s iterations an epoch begin epoch 1 + e at e s or up to {@code every} - 1 later, where that is recorded. The
     * farther such a beginning is from the first, the less is a rest of it after division by e.
     */
    private static int stepsPerEpoch(long[] iterations, int[] epochs, int every) {
        long steps = iterations[iterations.length - 1] - iterations[0] + every;
        for (int i = 1; i < iterations.length; i++) {
            if (epochs[i] > epochs[i - 1]) {
                steps = Math.min(steps, (iterations[i] - iterations[0]) / (epochs[i] - epochs[0]));
            }
        }
        return (int) Math.max(1, steps);
    }

    int rows() {
        return iterations.length;
    }

    /** The epochs of which an iteration is recorded, increasing. */
    List<Integer> epochNumbers() {
        return Arrays.stream(epochs).distinct().boxed().toList();
    }

    int lastEpoch() {
        return epochs[epochs.length - 1];
    }

    /** How many epochs the iterations go through. */
    int length() {
        return lastEpoch() - epochs[0] + 1;
    }

    /** The rows of an epoch. */
    IntStream rowsOf(int epoch) {
        return IntStream.range(0, rows()).filter(row -> epochs[row] == epoch);
    }
}
