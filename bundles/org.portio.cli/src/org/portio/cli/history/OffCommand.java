// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.record.HistorySwitch;
import org.portio.record.HistorySwitch.Position;
import org.portio.record.RecordException;

/** Ends the recording of the past. */
final class OffCommand extends Subcommand {

    OffCommand() {
        super("What was recorded stays. Exit code 1 if it was off already.");
    }

    @Override
    public ExitCode run() throws RecordException {
        HistorySwitch position = services().historySwitch(aside -> output().note(aside.text()));
        Position before = position.position();
        if (!before.isOn()) {
            output().note("it is off already");
            return ExitCode.FALSE;
        }
        position.set(new Position(false, before.retention()));
        output().println("No longer recording.");
        output().note("what was recorded stays until it is forgotten: portio history forget --all");
        return ExitCode.OK;
    }
}
