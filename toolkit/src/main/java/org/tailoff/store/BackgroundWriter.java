package org.tailoff.store;

import java.io.IOException;
import java.sql.SQLException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;

/**
 * One thread that runs tasks in the order in which they were submitted.
 *
 * <p>Its queue is short, so a slow disk slows training down instead of filling the memory. After a task has failed the others are
 * skipped, and every later call throws the failure. One thread hands tasks over.
 */
final class BackgroundWriter implements AutoCloseable {
    static final int CAPACITY = 8;

    /** Something to write. */
    interface Task {
        void run() throws SQLException, IOException;
    }

    private record Job(Task task, CountDownLatch done, boolean last) {}

    private final BlockingQueue<Job> queue = new ArrayBlockingQueue<>(CAPACITY);
    private final String what;
    private final Task closing;
    private volatile RunStoreException failure;
    private boolean closed;

    /**
     * Starts the thread.
     *
     * @param what what is written, for messages
     * @param closing runs last of all, on the same thread, whether or not a task has failed
     */
    BackgroundWriter(String what, Task closing) {
        this.what = what;
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
        boolean last = false;
        while (!last) {
            Job job;
            try {
                job = queue.take();
            } catch (InterruptedException e) {
                fail(e);
                continue;
            }
            last = job.last;
            if (last || failure == null) {
                run(job.task);
            }
            job.done.countDown();
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

    /** Waits for all tasks, even on an interrupted thread, runs the closing task and ends the thread. Does nothing the second time. */
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
