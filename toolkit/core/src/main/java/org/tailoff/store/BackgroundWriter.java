package org.tailoff.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * One thread that runs tasks in the order in which they were submitted.
 *
 * <p>Between them it runs a task of its own, about once a second, so that what others have gathered is written then.
 * Its queue is short, so a slow disk slows training down instead of filling the memory. After a task has failed the
 * others are skipped, and every later call throws the failure. One thread hands tasks over.
 */
final class BackgroundWriter implements AutoCloseable {
    static final int CAPACITY = 8;
    /** Less than a second, so that what is written late in it is there within a second. */
    private static final long PERIOD_NANOS = 900_000_000;

    /** Something to write. */
    interface Task {
        void run() throws SQLException, IOException;
    }

    private record Job(Task task, CountDownLatch done, boolean last) {}

    private final BlockingQueue<Job> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final String what;
    private final Task regular;
    private final Task closing;
    private volatile RunStoreException failure;
    private boolean closed;

    /**
     * Starts the thread.
     *
     * @param what what is written, for messages
     * @param regular runs about once a second, and once more before the end, unless a task has failed
     * @param closing runs last of all, on the same thread, whether or not a task has failed
     */
    BackgroundWriter(String what, Task regular, Task closing) {
        this.what = what;
        this.regular = regular;
        this.closing = closing;
        Thread thread = new Thread(this::work, "writer of " + what);
        thread.setDaemon(true);
        thread.start();
    }

    /** Hands a task over; waits while the queue is full. */
    void submit(Task task) {
        put(task, false);
    }

    /** Hands a task over and waits until it is done. */
    void submitAndWait(Task task) {
        await(put(task, false));
    }

    private CountDownLatch put(Task task, boolean last) {
        requireHealthy();
        return enqueue(task, last);
    }

    private CountDownLatch enqueue(Task task, boolean last) {
        CountDownLatch done = new CountDownLatch(1);
        try {
            queue.put(new Job(task, done, last));
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        return done;
    }

    private void await(CountDownLatch done) {
        try {
            done.await();
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
        requireHealthy();
    }

    private void requireHealthy() {
        if (failure != null) {
            throw new RunStoreException("Writing " + what + " failed", failure.getCause());
        }
    }

    private RunStoreException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new RunStoreException("Writing " + what + " was interrupted", e);
    }

    private void work() {
        long due = System.nanoTime() + PERIOD_NANOS;
        boolean last = false;
        while (!last) {
            last = runNext(due - System.nanoTime());
            if (!last && System.nanoTime() - due >= 0) {
                due = System.nanoTime() + PERIOD_NANOS;
                runUnlessFailed(regular);
            }
        }
    }

    /** Runs the next job if there is one in time; returns whether it was the last. */
    private boolean runNext(long nanos) {
        Job job;
        try {
            job = queue.poll(nanos, TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            fail(e);
            return false;
        }
        if (job == null) {
            return false;
        }
        if (job.last) {
            runUnlessFailed(regular);
            run(job.task);
        } else {
            runUnlessFailed(job.task);
        }
        job.done.countDown();
        return job.last;
    }

    private void runUnlessFailed(Task task) {
        if (failure == null) {
            run(task);
        }
    }

    /** Keeps whatever a task throws, errors too: they must reach the training thread. */
    private void run(Task task) {
        try {
            task.run();
        } catch (Throwable e) {
            fail(e);
        }
    }

    private void fail(Throwable cause) {
        if (failure == null) {
            failure = new RunStoreException("Writing " + what + " failed", cause);
        }
    }

    /**
     * Waits for all tasks, even on an interrupted thread, runs the regular and the closing task and ends the thread.
     * Does nothing the second time.
     */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        boolean interrupted = Thread.interrupted();
        try {
            await(enqueue(closing, true));
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
