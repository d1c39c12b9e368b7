// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.watch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.IntervalConverter;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.cli.comparison.BaselineFile;
import org.portio.cli.connection.ConnectionFilter;
import org.portio.cli.text.EventText;
import org.portio.cli.text.TimeText;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionListener;
import org.portio.core.ConnectionMonitor;
import org.portio.core.ConnectionMonitor.Schedule;
import org.portio.core.notice.Baseline;
import org.portio.export.JsonLines;

/** Prints what happens to connections until it is interrupted. */
public final class WatchCommand extends Subcommand {

    private final ConnectionFilter filter = ConnectionFilter.withWords(this);

    private final Argument<Duration> interval = add(Argument.option(
            "--interval",
            Duration.class,
            IntervalConverter.betweenLooks(),
            "TIME",
            "Take a snapshot each time so long after the other: 500ms, 1s, 2m, or seconds as a number; at"
                    + " least 100ms. Without it, one is taken as soon as the kernel gives a sign of change;"
                    + " on systems that give none, each second."));

    private final Argument<Boolean> jsonl = add(Argument.flag("--jsonl", "One JSON object per event, one per line."));

    private final Argument<Boolean> onlyNew = add(Argument.flag(
            "--new",
            "Only listeners that are not in the baseline ('portio baseline save'); those that are there"
                    + " already first."));

    private final Argument<Path> baseline = add(Argument.option(
            "--baseline",
            Path.class,
            TextConverter::path,
            "FILE",
            "The same with the baseline in this file, or with a snapshot that 'portio save NAME.json' has saved."));

    private final Argument<List<String>> command = add(Argument.rest(
            "--exec",
            "CMD",
            "Run this command for each event instead of printing it, with all that follows as its arguments. It gets"
                    + " the facts in environment variables such as PORTIO_EVENT, PORTIO_LOCAL_PORT and PORTIO_TEXT,"
                    + " and no shell is between. One runs at a time."));

    public WatchCommand() {
        super("Without --new, sockets that exist at the start are not printed. What opens and closes between two"
                + " snapshots is missed. A change is a new state or owner; it matches the filters if the socket does so"
                + " before or after it.");
        spec().usageMessage().customSynopsis("portio watch [OPTIONS] [--exec CMD [ARGUMENT...]]");
    }

    @Override
    public ExitCode run() throws ConnectionException, InterruptedException {
        checkUsage();
        boolean compares = onlyNew.value() || baseline.value() != null;
        Predicate<Connection> chosen = compares ? filter.matcher().and(isNew()) : filter.matcher();
        ConnectionMonitor monitor = services().monitor();
        // If nothing can be read at all, this fails at once.
        filter.checkUser(monitor.snapshot());
        try (EventTarget target = target();
                Schedule _ = watch(monitor, new ChosenEvents(chosen, compares, target, output()))) {
            target.awaitEnd();
        }
        return ExitCode.OK;
    }

    private void checkUsage() {
        if (!command.value().isEmpty() && jsonl.value()) {
            throw wrongUsage("--exec prints no events; leave out --jsonl");
        }
        if (!command.value().isEmpty() && command.value().getFirst().isBlank()) {
            throw wrongUsage("which command? give its name or path after --exec");
        }
    }

    private EventTarget target() {
        if (!command.value().isEmpty()) {
            return CommandPerEvent.start(command.value(), output());
        }
        return new EventPrinter(output(), jsonl.value() ? JsonLines::event : EventText::line);
    }

    private Predicate<Connection> isNew() {
        Baseline known = BaselineFile.of(baseline.value(), services()).read();
        int size = known.size();
        output().note("compares with the baseline of " + TimeText.local(known.time()) + ", which has " + size
                + (size == 1 ? " listener" : " listeners"));
        return known::isNew;
    }

    private Schedule watch(ConnectionMonitor monitor, ConnectionListener listener) {
        return interval.value() == null ? monitor.follow(listener) : monitor.subscribe(interval.value(), listener);
    }
}
