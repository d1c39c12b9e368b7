// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.io.IOException;
import java.io.Writer;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.core.Snapshot;

/**
 * The layout of {@code netstat -tunap} on Linux, which also shows one owner for each socket. Columns get wider if
 * netstat would cut an address, and last lines tell of sockets that were not chosen and of hidden owners.
 */
@Component(service = SnapshotExporter.class)
public final class NetstatExporter implements SnapshotExporter {

    private static final int ADDRESS_WIDTH = 23;
    private static final Comparator<Connection> ORDER =
            Comparator.comparing(Connection::protocol).thenComparing(Connection::family);

    @Override
    public String extension() {
        return "txt";
    }

    @Override
    public String description() {
        return "Text in the layout of netstat";
    }

    @Override
    public void write(Snapshot chosen, Writer out) throws IOException {
        // As netstat would show them.
        Snapshot snapshot = chosen.unmerged();
        List<NetstatRow> rows = snapshot.connections().stream()
                .sorted(ORDER)
                .map(NetstatRow::of)
                .toList();
        int localWidth = width(rows, NetstatRow::local);
        int remoteWidth = width(rows, NetstatRow::remote);
        out.write("Active Internet connections (servers and established)\n");
        out.write(NetstatRow.HEADER.line(localWidth, remoteWidth));
        for (NetstatRow row : rows) {
            out.write(row.line(localWidth, remoteWidth));
        }
        if (rows.size() < snapshot.total()) {
            out.write("(" + rows.size() + " of " + snapshot.total() + " sockets)\n");
        }
        if (snapshot.hiddenOwners() > 0) {
            out.write("(" + snapshot.hiddenOwnersText() + ")\n");
        }
    }

    private static int width(List<NetstatRow> rows, Function<NetstatRow, String> column) {
        return rows.stream().mapToInt(row -> column.apply(row).length()).reduce(ADDRESS_WIDTH, Math::max);
    }
}
