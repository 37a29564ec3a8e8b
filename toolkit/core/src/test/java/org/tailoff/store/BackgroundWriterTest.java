package org.tailoff.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class BackgroundWriterTest {
    private static final BackgroundWriter.Task NOTHING = () -> {};

    @Test
    void tasksRunInOrderAndTheClosingTaskLast() {
        List<Integer> seen = new ArrayList<>();
        BackgroundWriter writer = new BackgroundWriter("x", NOTHING, () -> seen.add(-1));
        for (int i = 0; i < 100; i++) {
            int task = i;
            writer.submit(() -> seen.add(task));
        }
        writer.close();
        assertThat(seen).hasSize(101).startsWith(0, 1, 2).endsWith(98, 99, -1);
    }

    @Test
    void aFullQueueHoldsTheProducerUntilThereIsRoom() throws InterruptedException {
        CountDownLatch gate = new CountDownLatch(1);
        AtomicInteger submitted = new AtomicInteger();
        BackgroundWriter writer = new BackgroundWriter("x", NOTHING, NOTHING);
        writer.submit(() -> awaitUnchecked(gate));
        Thread producer = new Thread(() -> {
            for (int i = 0; i < 5 * BackgroundWriter.CAPACITY; i++) {
                writer.submit(NOTHING);
                submitted.incrementAndGet();
            }
        });
        producer.start();
        while (producer.getState() != Thread.State.WAITING || submitted.get() < BackgroundWriter.CAPACITY) {
            Thread.onSpinWait();
        }
        assertThat(submitted.get()).isLessThanOrEqualTo(BackgroundWriter.CAPACITY + 1);
        gate.countDown();
        producer.join();
        writer.close();
        assertThat(submitted).hasValue(5 * BackgroundWriter.CAPACITY);
    }

    @Test
    void aFailureReachesTheProducerAndTheClosingTaskStillRuns() {
        AtomicInteger closed = new AtomicInteger();
        AtomicInteger skipped = new AtomicInteger();
        BackgroundWriter writer = new BackgroundWriter("runs/x", NOTHING, closed::incrementAndGet);
        writer.submit(() -> {
            throw new IOException("No space left on device\nsecond line");
        });
        assertThatExceptionOfType(RunStoreException.class)
                .isThrownBy(() -> submitMany(writer, skipped))
                .withMessage("Writing runs/x failed: IOException: No space left on device");
        assertThatThrownBy(writer::close).isInstanceOf(RunStoreException.class);
        assertThat(closed).hasValue(1);
        assertThat(skipped).hasValue(0);
    }

    private static void submitMany(BackgroundWriter writer, AtomicInteger ran) {
        for (int i = 0; i < 100_000; i++) {
            writer.submit(ran::incrementAndGet);
        }
    }

    @Test
    void theRegularTaskRunsAgainAndAgainThoughNothingIsSubmitted() throws InterruptedException {
        CountDownLatch twice = new CountDownLatch(2);
        BackgroundWriter writer = new BackgroundWriter("x", twice::countDown, NOTHING);
        twice.await();
        writer.close();
    }

    @Test
    void theRegularTaskRunsAmongManyOthers() {
        AtomicInteger regular = new AtomicInteger();
        BackgroundWriter writer = new BackgroundWriter("x", regular::incrementAndGet, NOTHING);
        while (regular.get() < 2) {
            writer.submit(NOTHING);
        }
        writer.close();
        assertThat(regular.get()).isGreaterThan(2);
    }

    @Test
    void theRegularTaskRunsOnceMoreBeforeTheClosingTaskButNotAfterAFailure() {
        List<String> seen = new ArrayList<>();
        new BackgroundWriter("x", () -> seen.add("regular"), () -> seen.add("closing")).close();
        assertThat(seen).containsExactly("regular", "closing");
        seen.clear();
        BackgroundWriter failing = new BackgroundWriter("x", () -> seen.add("regular"), () -> seen.add("closing"));
        failing.submit(() -> {
            throw new IOException("No space left on device");
        });
        assertThatThrownBy(failing::close).isInstanceOf(RunStoreException.class);
        assertThat(seen).containsExactly("closing");
    }

    @Test
    void anErrorIsAFailureToo() {
        BackgroundWriter writer = new BackgroundWriter("runs/x", NOTHING, NOTHING);
        assertThatThrownBy(() -> writer.submitAndWait(() -> {
                    throw new OutOfMemoryError("heap");
                }))
                .hasMessage("Writing runs/x failed: OutOfMemoryError: heap");
        assertThatThrownBy(writer::close).hasCauseInstanceOf(OutOfMemoryError.class);
    }

    @Test
    void anInterruptedProducerIsToldAndStaysInterrupted() {
        BackgroundWriter writer = new BackgroundWriter("runs/x", NOTHING, NOTHING);
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> writer.submitAndWait(NOTHING))
                .hasMessageStartingWith("Writing runs/x was interrupted");
        assertThat(Thread.interrupted()).isTrue();
        writer.close();
    }

    @Test
    void closingOnAnInterruptedThreadStillWritesEverything() {
        AtomicInteger ran = new AtomicInteger();
        BackgroundWriter writer = new BackgroundWriter("runs/x", NOTHING, ran::incrementAndGet);
        writer.submit(ran::incrementAndGet);
        Thread.currentThread().interrupt();
        writer.close();
        assertThat(Thread.interrupted()).isTrue();
        assertThat(ran).hasValue(2);
    }

    private static void awaitUnchecked(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
