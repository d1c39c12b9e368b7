// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Snapshot;
import org.portio.core.Unseen;
import org.portio.export.CsvExporter;
import org.portio.export.JsonExporter;
import org.portio.export.JsonLines;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the connections of this moment. */
@Command(
        name = "list",
        description = {
            "List TCP and UDP sockets with the processes that hold them.",
            "",
            "Options of one kind add up (--tcp --udp), those of different kinds must all be met (--tcp --port 80). Exit"
                    + " code 1 where nothing matches. In the columns PID and Process, - is no owner and ? a hidden one."
        })
final class ListCommand extends Subcommand {

    /** At most one of these. */
    static final class Format {
        @Option(names = "--json", description = "One JSON document.")
        boolean json;

        @Option(names = "--jsonl", description = "One JSON object to a line, for each socket.")
        boolean jsonl;

        @Option(names = "--csv", description = "Comma-separated values by RFC 4180.")
        boolean csv;
    }

    @Mixin
    private ConnectionFilter filter;

    @ArgGroup
    private Format format = new Format();

    @Option(
            names = "--sort",
            split = ",",
            paramLabel = "COLUMN",
            defaultValue = "proto,port",
            converter = SortKey.Converter.class,
            description = "Order by proto, local, foreign, state, pid, process, user, port, namespace; -COLUMN for the"
                    + " reverse (default: ${DEFAULT-VALUE}).")
    private List<SortKey> sort;

    @Option(names = "--numeric", description = "Ports as numbers only, without the names of services.")
    private boolean numeric;

    @Option(names = "--no-header", description = "No line with the names of the columns.")
    private boolean noHeader;

    @Option(
            names = "--details",
            description = "Also timers, round-trip times, bytes sent and received, and control groups; not in CSV.")
    private boolean details;

    @Option(
            names = "--all-namespaces",
            description = "Also the sockets of other network namespaces, those of containers among them. Linux only;"
                    + " needs privileges.")
    private boolean allNamespaces;

    @Option(
            names = "--namespace",
            paramLabel = "NAME",
            description = "Only those of this network namespace, as --all-namespaces shows it.")
    private String namespace;

    @Override
    ExitCode run() throws ConnectionException, IOException {
        if (details && format.csv) {
            throw new CommandFailure(ExitCode.USAGE, "--details is for the table, --json and --jsonl", null);
        }
        ConnectionMonitor monitor = services().monitor();
        allNamespaces |= namespace != null;
        Snapshot all = allNamespaces ? monitor.snapshotOfAllNamespaces() : monitor.snapshot();
        Snapshot chosen = choose(all);
        AskedDetails asked = details ? AskedDetails.of(chosen.connections(), monitor) : null;
        print(chosen, asked);
        if (!format.json && !format.jsonl && !format.csv) {
            output().note((filter.asksForOwners() ? all : chosen).hiddenOwnersText());
            all.limits().stream().filter(_ -> allNamespaces).forEach(this::noteUnseen);
        }
        return chosen.connections().isEmpty() ? ExitCode.FALSE : ExitCode.OK;
    }

    /** With details where they were asked for. */
    private void print(Snapshot chosen, AskedDetails asked) throws IOException {
        if (format.json && asked == null) {
            new JsonExporter().write(chosen, output().out);
        } else if (format.json) {
            new JsonExporter().write(chosen, asked::get, output().out);
        } else if (format.jsonl) {
            chosen.connections().forEach(connection -> output().println(line(connection, asked)));
        } else if (format.csv) {
            printCsv(chosen);
        } else {
            table(asked).print(chosen.connections(), output());
        }
    }

    private static String line(Connection connection, AskedDetails asked) {
        return asked == null
                ? JsonLines.connection(connection)
                : JsonLines.connection(connection, asked.get(connection));
    }

    private void noteUnseen(Unseen unseen) {
        if (unseen.count() > 0) {
            output().note(unseen.what() + ": " + unseen.count() + " (" + unseen.why() + ")");
        }
    }

    private Snapshot choose(Snapshot all) {
        List<Connection> connections = all.connections().stream()
                .filter(filter::matches)
                .filter(socket -> namespace == null || namespace.equals(ConnectionText.namespace(socket)))
                .sorted(SortKey.order(sort))
                .toList();
        return new Snapshot(all.time(), all.source(), connections, all.limits());
    }

    private void printCsv(Snapshot snapshot) throws IOException {
        CsvExporter exporter = new CsvExporter();
        if (!noHeader) {
            exporter.writeHeader(output().out);
        }
        exporter.writeRows(snapshot, output().out);
    }

    private ConnectionTable table(AskedDetails asked) {
        return new ConnectionTable(
                !noHeader,
                numeric ? Optional.empty() : Optional.of(services().serviceNames()),
                services().colours(),
                allNamespaces,
                asked);
    }
}
