// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.comparison;

import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Stream;
import org.portio.cli.command.Argument;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.PastTime;
import org.portio.cli.command.SavedFile;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.cli.connection.ConnectionFilter;
import org.portio.cli.history.PastSockets;
import org.portio.cli.text.DifferenceText;
import org.portio.cli.text.TimeText;
import org.portio.core.ConnectionException;
import org.portio.core.PortioException;
import org.portio.core.Snapshot;
import org.portio.export.Comparison;
import org.portio.export.ComparisonJson;
import org.portio.export.Difference.Kind;
import org.portio.record.History;
import org.portio.record.RecordException;

/** Prints what is different between two snapshots, or between one, or a recorded moment of the past, and now. */
public final class DiffCommand extends Subcommand {

    private final Argument<Path> before = add(
            Argument.optionalParameter(0, Path.class, "BEFORE", "A snapshot that 'portio save NAME.json' has saved.")
                    .converters(TextConverter::path));

    private final Argument<Path> after =
            add(Argument.optionalParameter(1, Path.class, "AFTER", "Another one (default: the sockets of this moment).")
                    .converters(TextConverter::path));

    private final Argument<Instant> since = add(Argument.option(
            "--since",
            Instant.class,
            PastTime.ofSystem(),
            "TIME",
            "Compare the recorded past with now instead: " + PastTime.HELP + "."));

    private final ConnectionFilter filter = new ConnectionFilter(this);

    private final Argument<Boolean> json = add(Argument.flag("--json", "One JSON document."));

    public DiffCommand() {
        super("Sockets with the same ends are the same, whichever process has them: a service that was restarted has"
                + " another owner. A listener at another address of the same port has another exposure. The filters"
                + " choose differences of sockets that match before or after. Exit code 1 if there is a difference,"
                + " 4 if nothing was recorded at that time or since.");
    }

    @Override
    public ExitCode run() throws PortioException {
        checkUsage();
        Comparison comparison = since.value() == null ? ofFiles() : withPast();
        if (json.value()) {
            output().json(ComparisonJson.text(comparison));
        } else {
            comparison.differences().forEach(difference -> output().println(DifferenceText.line(difference)));
            output().note(summary(comparison));
        }
        return comparison.differences().isEmpty() ? ExitCode.OK : ExitCode.FALSE;
    }

    private void checkUsage() {
        if (since.value() == null && before.value() == null) {
            throw wrongUsage("compare with what? give a snapshot, or a time with --since");
        }
        if (since.value() != null && before.value() != null) {
            throw wrongUsage("--since compares the recorded past with now; leave out the files");
        }
    }

    private Comparison ofFiles() throws ConnectionException {
        SavedFile saved = new SavedFile(output());
        Snapshot earlier = saved.read(before.value());
        Snapshot later = after.value() == null ? services().monitor().snapshot() : saved.read(after.value());
        return between(earlier, later);
    }

    private Comparison withPast() throws ConnectionException, RecordException {
        Snapshot now = services().monitor().snapshot();
        Snapshot earlier = recorded(now);
        if (earlier.time().isAfter(since.value())) {
            output().note("not watched at " + TimeText.local(since.value()) + "; compares with "
                    + TimeText.local(earlier.time()) + ", when watching began");
        }
        return between(earlier, now).without(Kind.STATE);
    }

    private Snapshot recorded(Snapshot now) throws RecordException {
        try (History history = services().history(aside -> output().note(aside.text()))) {
            return PastSockets.since(since.value(), history, now)
                    .orElseThrow(() -> new CommandFailure(
                            ExitCode.CONFLICT,
                            "nothing was recorded since " + TimeText.local(since.value())
                                    + "; record from now on: portio history on"));
        }
    }

    private Comparison between(Snapshot earlier, Snapshot later) {
        filter.checkUser(bothOf(earlier, later));
        return Comparison.of(earlier, later).of(filter.matcher());
    }

    private static Snapshot bothOf(Snapshot earlier, Snapshot later) {
        return later.with(Stream.concat(earlier.connections().stream(), later.connections().stream())
                .toList());
    }

    private static String summary(Comparison comparison) {
        int count = comparison.differences().size();
        String since = " between " + TimeText.local(comparison.before()) + " and " + TimeText.local(comparison.after());
        return (count == 0 ? "no difference" : count == 1 ? "1 difference" : count + " differences") + since;
    }
}
