// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.watch;

import java.time.Duration;
import java.util.function.Function;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.IntervalConverter;
import org.portio.cli.command.Subcommand;
import org.portio.cli.connection.ConnectionFilter;
import org.portio.cli.text.EventText;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionListener;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ConnectionMonitor.Schedule;
import org.portio.export.ConnectionEvent;
import org.portio.export.JsonLines;

/** Prints what happens to connections until it is interrupted. */
public final class WatchCommand extends Subcommand {

    private final ConnectionFilter filter = new ConnectionFilter(this);

    private final Argument<Duration> interval = add(Argument.option(
            "--interval",
            Duration.class,
            IntervalConverter.betweenLooks(),
            "TIME",
            "Take a snapshot each time so long after the other: 500ms, 1s, 2m, or seconds as a number; at"
                    + " least 100ms. Without it, one is taken as soon as the kernel gives a sign of change;"
                    + " on systems that give none, each second."));

    private final Argument<Boolean> jsonl = add(Argument.flag("--jsonl", "One JSON object per event, one per line."));

    public WatchCommand() {
        super("Sockets that exist at the start are not printed, and what opens and closes between two snapshots is"
                + " missed. A change is a new state or owner; it matches the filters if the socket does so before"
                + " or after it.");
    }

    @Override
    public ExitCode run() throws ConnectionException, InterruptedException {
        ConnectionMonitor monitor = services().monitor();
        // If nothing can be read at all, this fails at once.
        filter.checkUser(monitor.snapshot());
        Function<ConnectionEvent, String> format = jsonl.value() ? JsonLines::event : EventText::line;
        EventPrinter printer = new EventPrinter(output(), filter.matcher(), format);
        try (Schedule _ = watch(monitor, printer)) {
            printer.awaitEnd();
        }
        return ExitCode.OK;
    }

    private Schedule watch(ConnectionMonitor monitor, ConnectionListener listener) {
        return interval.value() == null ? monitor.follow(listener) : monitor.subscribe(interval.value(), listener);
    }
}
