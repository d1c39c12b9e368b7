// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.portio.cli.text.Columns;
import org.portio.cli.text.Output;
import org.portio.core.system.Printable;
import org.portio.record.Account;
import org.portio.record.Act;

/** Prints rows whose columns grow with what is in them: nobody knows what is still to come. */
final class FollowedTable implements Followed {

    /** A row of usual width. */
    private static final List<String> USUAL = List.of(
            "2026-03-01 12:00:00",
            "2026-03-01 12:00:00",
            "tcp",
            "192.168.100.100:65535",
            "192.168.100.100:65535",
            "listening",
            "1234567",
            "");

    private final Output output;
    private Columns columns = Columns.of(List.of(HistoryTable.TITLES, USUAL));
    /** The rows of the sockets that are open, by the ids of their accounts. */
    private final Map<Long, List<String>> rows = new HashMap<>();

    FollowedTable(Output output, boolean header, boolean colours) {
        this.output = output;
        if (header) {
            String line = columns.line(HistoryTable.TITLES).stripTrailing();
            output.painted(colours ? "\u001b[1m" + line + "\u001b[0m" : line);
        }
    }

    @Override
    public void print(Account account) {
        List<String> row = HistoryTable.cells(account);
        List<String> before = account.isOpen() ? rows.put(account.id(), row) : rows.remove(account.id());
        if (!row.equals(before)) {
            columns = widened(row);
            output.painted(columns.line(row).stripTrailing());
        }
    }

    private Columns widened(List<String> row) {
        return new Columns(IntStream.range(0, row.size())
                .mapToObj(i -> Math.max(
                        columns.widths().get(i), Printable.of(row.get(i)).length()))
                .toList());
    }

    @Override
    public void print(Act act) {
        output.println(HistoryTable.line(act));
    }
}
