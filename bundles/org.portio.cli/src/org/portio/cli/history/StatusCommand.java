// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import java.util.List;
import java.util.Locale;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.cli.text.Columns;
import org.portio.cli.text.TimeText;
import org.portio.record.HistoryState;
import org.portio.record.HistorySwitch.Position;
import org.portio.record.RecordException;

/** Shows whether somebody records, and what is kept. */
final class StatusCommand extends Subcommand {

    private static final double MEGABYTE = 1e6;

    StatusCommand() {
        super("Exit code 1 if nobody records.");
    }

    @Override
    public ExitCode run() throws RecordException {
        HistoryState state = services().historyState();
        Position position =
                services().historySwitch(aside -> output().note(aside.text())).position();
        List<List<String>> lines = List.of(
                List.of("Switched", position.isOn() ? "on" : "off"),
                List.of("Recording", state.isRecorded() ? "yes" : "no"),
                List.of(
                        "Kept for",
                        String.format(
                                Locale.ROOT,
                                "%,d h, at most %,d MB",
                                position.retention().time().toHours(),
                                (long) (position.retention().bytes() / MEGABYTE))),
                List.of("Since", state.since() == null ? "-" : TimeText.local(state.since())),
                List.of("Sockets", String.format(Locale.ROOT, "%,d", state.accounts())),
                List.of("Size", String.format(Locale.ROOT, "%.1f MB", state.bytes() / MEGABYTE)),
                List.of("Folder", state.folder().toString()));
        Columns columns = Columns.of(lines);
        if (position.isOn() && !state.isRecorded()) {
            output().note("it is on, and no keeper is running; start one: portio history on");
        }
        UnreadNote.of(state.unread()).ifPresent(output()::note);
        lines.forEach(line -> output().println(columns.line(line)));
        return state.isRecorded() ? ExitCode.OK : ExitCode.FALSE;
    }
}
