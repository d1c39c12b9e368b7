// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.Snapshot;
import org.portio.export.CsvExporter;
import org.portio.export.JsonExporter;
import org.portio.export.JsonLines;

/** Prints the connections of this moment. */
final class ListCommand extends Subcommand {

    private final ConnectionFilter filter = new ConnectionFilter(this);
    private final FormatOptions format = new FormatOptions(this);

    private final Argument<List<SortKey>> sort = add(Argument.list(
                    "--sort",
                    SortKey.class,
                    new SortKey.Converter(),
                    "COLUMN",
                    "Order by proto, local, foreign, state, pid, process, user, port; -COLUMN for the reverse"
                            + " (default: ${DEFAULT-VALUE}).")
            .defaultValue("proto,port"));

    private final Argument<Boolean> numeric =
            add(Argument.flag("--numeric", "Ports as numbers only, without the names of services."));

    private final Argument<Boolean> noHeader =
            add(Argument.flag("--no-header", "No line with the names of the columns."));

    ListCommand() {
        super(
                "list",
                "List TCP and UDP sockets with the processes that hold them.",
                "",
                "Options of one kind add up (--tcp --udp), those of different kinds must all be met (--tcp --port 80)."
                        + " Exit code 1 where nothing matches. In the columns PID and Process, - is no owner and ? a"
                        + " hidden one.");
    }

    @Override
    ExitCode run() throws ConnectionException, IOException {
        Snapshot all = services().monitor().snapshot();
        Snapshot chosen = choose(all);
        if (format.isJson()) {
            new JsonExporter().write(chosen, output().out);
        } else if (format.isJsonLines()) {
            chosen.connections().forEach(connection -> output().println(JsonLines.connection(connection)));
        } else if (format.isCsv()) {
            printCsv(chosen);
        } else {
            table().print(chosen.connections(), output());
            output().note((filter.asksForOwners() ? all : chosen).hiddenOwnersText());
        }
        return chosen.connections().isEmpty() ? ExitCode.FALSE : ExitCode.OK;
    }

    private Snapshot choose(Snapshot all) {
        List<Connection> connections = all.connections().stream()
                .filter(filter.matcher())
                .sorted(SortKey.order(sort.value()))
                .toList();
        return new Snapshot(all.time(), all.source(), connections, all.limits());
    }

    private void printCsv(Snapshot snapshot) throws IOException {
        CsvExporter exporter = new CsvExporter();
        if (!noHeader.value()) {
            exporter.writeHeader(output().out);
        }
        exporter.writeRows(snapshot, output().out);
    }

    private ConnectionTable table() {
        return new ConnectionTable(
                !noHeader.value(),
                numeric.value() ? Optional.empty() : Optional.of(services().serviceNames()),
                services().colours());
    }
}
