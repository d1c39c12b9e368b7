// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal;

import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.LinkedBlockingQueue;
import org.portio.trace.CallKind;
import org.portio.trace.internal.call.FilteredThread;
import org.portio.trace.internal.process.Members;

/** The one thread that has the filter: what it starts has it, too. */
public final class DoorThread {

    /**
     * A beginning.
     *
     * @param members the processes behind it; null if the filter was not set
     */
    public record Beginning(FilteredThread.Result filter, Members members) {}

    private final LinkedBlockingQueue<FutureTask<?>> tasks = new LinkedBlockingQueue<>();
    private final FutureTask<?> last = new FutureTask<>(() -> null);

    public DoorThread() {
        Thread.ofPlatform().daemon().name("portio-door").start(this::serve);
    }

    private void serve() {
        FutureTask<?> task;
        do {
            task = next();
            task.run();
        } while (task != last);
    }

    private FutureTask<?> next() {
        while (true) {
            try {
                return tasks.take();
            } catch (InterruptedException _) {
                // Whoever starts something waits for it, and nobody else has this thread.
            }
        }
    }

    /** Sets the filter. */
    public Beginning begin(Set<CallKind> asked) {
        try {
            return run(() -> {
                FilteredThread.Result filter = FilteredThread.set(asked);
                return new Beginning(filter, filter.obstacle() == null ? new Members() : null);
            });
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Runs it on this thread, and waits for the result. */
    public <T> T run(Callable<T> task) throws ExecutionException {
        FutureTask<T> future = new FutureTask<>(task);
        tasks.add(future);
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return future.get();
                } catch (InterruptedException _) {
                    // What has begun to start is started; the caller learns of the interrupt afterwards.
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Ends it when what it runs is done. */
    public void end() {
        tasks.add(last);
    }
}
