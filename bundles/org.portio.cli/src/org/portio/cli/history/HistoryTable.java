// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.portio.cli.text.ConnectionText;
import org.portio.cli.text.Output;
import org.portio.cli.text.Table;
import org.portio.cli.text.TimeText;
import org.portio.core.Connection;
import org.portio.record.Account;
import org.portio.record.Act;
import org.portio.record.Answer;

/**
 * The accounts of an answer, and below them what PortIO did.
 *
 * @param moment the one that was asked about; null for a stretch of time
 */
record HistoryTable(Instant moment, boolean header, boolean colours) {

    static final List<String> TITLES =
            List.of("Opened", "Closed", "Proto", "Local Address", "Remote Address", "Role", "PID", "Process");

    void print(Answer answer, Output output) {
        List<String> titles = new ArrayList<>(TITLES);
        if (moment != null) {
            titles.addFirst("There");
        }
        if (!answer.accounts().isEmpty()) {
            List<List<String>> rows = answer.accounts().stream().map(this::row).toList();
            new Table(titles, header, colours).print(rows, output);
        }
        answer.acts().forEach(act -> output.println(line(act)));
    }

    private List<String> row(Account account) {
        List<String> cells = new ArrayList<>(cells(account));
        if (moment != null) {
            cells.addFirst(account.wasThere(moment) ? "yes" : "maybe");
        }
        return cells;
    }

    /** Returns what stands below the {@link #TITLES}. */
    static List<String> cells(Account account) {
        Connection connection = account.connection();
        return List.of(
                MomentText.of(account.opened()),
                account.isOpen() ? "open" : MomentText.of(account.closed()),
                ConnectionText.protocol(connection),
                ConnectionText.address(connection.local()),
                ConnectionText.address(connection.remote()),
                account.role().label(),
                ConnectionText.pids(connection),
                ConnectionText.processes(connection));
    }

    /** Returns what PortIO did, in one line. */
    static String line(Act act) {
        return TimeText.local(act.time()) + "  PortIO: " + act.action() + " " + act.what() + " (" + act.by() + ", by "
                + act.user() + "): " + act.result();
    }
}
