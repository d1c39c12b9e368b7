// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.watch;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.Executables;
import org.portio.cli.command.ExitCode;
import org.portio.cli.text.EventText;
import org.portio.cli.text.Output;
import org.portio.core.system.FileFailure;
import org.portio.export.ConnectionEvent;

/**
 * Runs a command for each event: one at a time, in the order of the events, on a thread of its own. Events wait for their
 * turn; more than {@link #MOST_WAITING} do not, and are dropped, which is said.
 */
final class CommandPerEvent implements EventTarget {

    private static final int MOST_WAITING = 1000;

    private final List<String> command;
    private final Output output;
    private final int most;
    private final BlockingQueue<ConnectionEvent> waiting;
    private final AtomicInteger dropped = new AtomicInteger();
    private final RunningCommand running = new RunningCommand();
    private final CountDownLatch end = new CountDownLatch(1);
    private final Thread worker =
            Thread.ofPlatform().daemon().name("portio-exec").unstarted(this::work);
    private final Thread ifStopped = new Thread(this::stop, "portio-exec-end");
    private volatile IOException failure;

    private CommandPerEvent(List<String> command, Output output, int most) {
        this.command = List.copyOf(command);
        this.output = output;
        this.most = most;
        this.waiting = new ArrayBlockingQueue<>(most);
    }

    /**
     * Begins to take events. If PortIO is stopped by a signal, so is the command.
     *
     * @throws CommandFailure if there is no such command; the message says what to do
     */
    static CommandPerEvent start(List<String> command, Output output) {
        return start(command, output, MOST_WAITING);
    }

    static CommandPerEvent start(List<String> command, Output output, int most) {
        Executables.check(command.getFirst());
        CommandPerEvent target = new CommandPerEvent(command, output, most);
        Runtime.getRuntime().addShutdownHook(target.ifStopped);
        target.worker.start();
        return target;
    }

    @Override
    public void take(List<ConnectionEvent> events) {
        for (ConnectionEvent event : events) {
            if (!waiting.offer(event) && dropped.getAndIncrement() == 0) {
                output.note(count(most) + " are waiting for " + command.getFirst()
                        + "; those that come before it is ready for them are dropped");
            }
        }
    }

    @Override
    public void awaitEnd() throws InterruptedException {
        end.await();
        // Java's own words begin with the command, too.
        IOException reason = failure.getCause() instanceof IOException cause ? cause : failure;
        throw new CommandFailure(
                ExitCode.CONFLICT,
                command.getFirst() + " could not be started: " + FileFailure.reason(reason),
                failure);
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(ifStopped);
        } catch (IllegalStateException _) {
            // It is running already.
        }
        stop();
    }

    private void work() {
        try {
            while (true) {
                ConnectionEvent event = waiting.take();
                if (waiting.size() <= most / 2) {
                    sayDropped();
                }
                int code = running.run(command, EventVariables.of(event));
                if (code != 0) {
                    output.note(command.getFirst() + " ended with exit code " + code + ": " + EventText.what(event));
                }
            }
        } catch (InterruptedException _) {
            // It was stopped.
        } catch (IOException e) {
            failure = e;
            end.countDown();
        }
    }

    private void sayDropped() {
        int events = dropped.getAndSet(0);
        if (events > 0) {
            output.note("dropped " + count(events) + ": " + command.getFirst() + " takes longer than they come");
        }
    }

    private void stop() {
        running.stop();
        worker.interrupt();
        sayDropped();
        if (!waiting.isEmpty()) {
            output.note("ended with " + count(waiting.size()) + " waiting for " + command.getFirst());
        }
    }

    private static String count(int events) {
        return String.format(Locale.ROOT, "%,d event%s", events, events == 1 ? "" : "s");
    }
}
