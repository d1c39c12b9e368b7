// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.SavedFile;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.cli.text.DifferenceText;
import org.portio.cli.text.TimeText;
import org.portio.core.ConnectionException;
import org.portio.core.Snapshot;
import org.portio.export.Comparison;
import org.portio.export.ComparisonJson;

/** Prints what is different between two snapshots, or between one and now. */
public final class DiffCommand extends Subcommand {

    private final Argument<Path> before =
            add(Argument.parameter(0, Path.class, "BEFORE", "A snapshot that 'portio save NAME.json' has saved.")
                    .converters(TextConverter::path));

    private final Argument<Path> after =
            add(Argument.optionalParameter(1, Path.class, "AFTER", "Another one (default: the sockets of this moment).")
                    .converters(TextConverter::path));

    private final ConnectionFilter filter = new ConnectionFilter(this);

    private final Argument<Boolean> json = add(Argument.flag("--json", "One JSON document."));

    public DiffCommand() {
        super("Sockets with the same ends are the same, whichever process has them: a service that was restarted has"
                + " another owner. A listener at another address of the same port has another exposure. The filters"
                + " choose differences of sockets that match before or after. Exit code 1 if there is a difference.");
    }

    @Override
    public ExitCode run() throws ConnectionException {
        SavedFile saved = new SavedFile(output());
        Snapshot earlier = saved.read(before.value());
        Snapshot later = after.value() == null ? services().monitor().snapshot() : saved.read(after.value());
        filter.checkUser(bothOf(earlier, later));
        Comparison comparison = Comparison.of(earlier, later).of(filter.matcher());
        if (json.value()) {
            output().json(ComparisonJson.text(comparison));
        } else {
            comparison.differences().forEach(difference -> output().println(DifferenceText.line(difference)));
            output().note(summary(comparison));
        }
        return comparison.differences().isEmpty() ? ExitCode.OK : ExitCode.FALSE;
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
