// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.portio.cli.command.Argument;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.FormatOptions;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.cli.reservation.RunningRemaps;
import org.portio.cli.text.ConnectionText;
import org.portio.cli.text.Rows;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Snapshot;
import org.portio.core.Unseen;
import org.portio.core.field.ConnectionField;
import org.portio.core.port.ServiceNames;
import org.portio.core.system.Printable;
import org.portio.export.CsvExporter;
import org.portio.export.JsonExporter;
import org.portio.export.JsonLines;

/** Prints the connections of this moment. */
public final class ListCommand extends Subcommand {

    private final NamedFields fields = new NamedFields(this);
    private final ConnectionFilter filter = ConnectionFilter.withWords(this, fields::further);
    private final FormatOptions format = new FormatOptions(this);

    private final Argument<List<SortKey>> sort = add(Argument.list(
                    "--sort",
                    SortKey.class,
                    new SortKey.Converter(fields::named),
                    "COLUMN",
                    "Order by " + SortKey.names() + "; -COLUMN for the reverse (default: ${DEFAULT-VALUE}).")
            .defaultValue("proto,port"));

    private final Argument<List<String>> columns = add(Argument.list(
            "--columns",
            String.class,
            "COLUMN",
            "Show these columns in this order, also in JSON and CSV: names as in JSON, and bytesReceived, bytesSent,"
                    + " rate, rttMicros, retransmissions, container, unit, project, workingDirectory."));

    private final Argument<Boolean> numeric =
            add(Argument.flag("--numeric", "Show ports as numbers, without service names."));

    private final Argument<Boolean> noHeader = add(noHeaderOption());

    private final Argument<Boolean> details = add(Argument.flag(
            "--details",
            "Also show timers, round-trip times, bytes sent and received, and control groups;" + " not in CSV."));

    private final Argument<Boolean> recognized = add(Argument.flag(
            "--recognized",
            "Also show what the owners are, as far as PortIO and its extensions recognize it: kind of server, project,"
                    + " unit, container; only in the table."));

    private final Argument<Boolean> allNamespaces = add(Argument.flag(
            "--all-namespaces",
            "Also show the sockets of other network namespaces, including those of containers. Linux only;"
                    + " needs privileges."));

    private final Argument<String> namespace = add(Argument.option(
            "--namespace",
            String.class,
            TextConverter::name,
            "NAME",
            "Show only this network namespace, named as --all-namespaces shows it."));

    public ListCommand() {
        super("Filters of the same kind are ORed (--tcp --udp); different kinds are ANDed (--tcp --port"
                + " 80). In the columns PID and Process, - means no owner, ? an owner that is not visible to"
                + " you, and (kernel) the kernel itself. Exit code 1 if nothing matches.");
    }

    @Override
    public ExitCode run() throws ConnectionException, IOException {
        if (details.value() && format.isCsv()) {
            throw new CommandFailure(ExitCode.USAGE, "--details works only with the table, --json and --jsonl");
        }
        if (recognized.value() && !format.isTable()) {
            throw new CommandFailure(
                    ExitCode.USAGE, "--recognized works only with the table; in JSON, --details has the same");
        }
        if (!columns.value().isEmpty() && !format.isTable() && details.value()) {
            throw new CommandFailure(ExitCode.USAGE, "--columns works without --details in --json and --jsonl");
        }
        List<ConnectionField<?>> named = columns.value().isEmpty() ? null : fields.named(columns.value());
        // First: while the kernel's calls are being linked, which the monitor waits for.
        Optional<ServiceNames> names = names();
        ConnectionMonitor monitor = services().monitor();
        Snapshot all = ofAllNamespaces() ? monitor.snapshotOfAllNamespaces() : monitor.snapshot();
        if (namespace.value() != null) {
            Namespaces.check(this, namespace.value(), all);
        }
        filter.checkUser(all);
        Snapshot chosen = choose(all);
        SocketDetailsLookup asked = details.value()
                ? SocketDetailsLookup.of(
                        chosen.connections(), monitor, services().processes())
                : null;
        print(chosen, named, asked, names);
        fields.check();
        if (format.isTable()) {
            output().note((filter.asksForOwners() ? all : chosen).hiddenOwnersText());
            boolean everything =
                    chosen.connections().size() == all.connections().size();
            for (Unseen unseen : all.limits()) {
                note(unseen, everything);
            }
        }
        return chosen.connections().isEmpty() ? ExitCode.FALSE : ExitCode.OK;
    }

    private boolean ofAllNamespaces() {
        return allNamespaces.value() || namespace.value() != null;
    }

    /** Prints them, with details if these were asked for. */
    private void print(
            Snapshot chosen, List<ConnectionField<?>> named, SocketDetailsLookup asked, Optional<ServiceNames> names)
            throws IOException {
        if (format.isJson() && named != null) {
            new JsonExporter().write(chosen, named, output().out);
        } else if (format.isJsonLines() && named != null) {
            chosen.connections().forEach(connection -> output().println(JsonLines.connection(connection, named)));
        } else if (format.isJson() && asked == null) {
            new JsonExporter().write(chosen, output().out);
        } else if (format.isJson()) {
            new JsonExporter().write(chosen, asked::all, output().out);
        } else if (format.isJsonLines()) {
            chosen.connections().forEach(connection -> output().println(line(connection, asked)));
        } else if (format.isCsv()) {
            printCsv(chosen, named);
        } else {
            table(named, asked, names).print(chosen.connections(), output());
        }
    }

    private static String line(Connection connection, SocketDetailsLookup asked) {
        return asked == null
                ? JsonLines.connection(connection)
                : JsonLines.connection(connection, asked.all(connection));
    }

    /** Sockets of other protocols are no answer to a filter. */
    private void note(Unseen unseen, boolean everything) {
        if (unseen.kind() == Unseen.Kind.OTHER_PROTOCOLS) {
            output().note(everything || unseen.count() < 0 ? UnseenNote.of(unseen) : "");
        } else if (ofAllNamespaces() && unseen.count() > 0) {
            output().note(unseen.what() + ": " + unseen.count() + " (" + unseen.why() + ")");
        }
    }

    private Snapshot choose(Snapshot all) {
        List<Connection> connections = Rows.stream(all.connections())
                .filter(filter.matcher())
                .filter(inNamespace())
                .sorted(SortKey.order(sort.value()))
                .toList();
        return all.with(connections);
    }

    private Predicate<Connection> inNamespace() {
        String wanted = namespace.value();
        return connection -> wanted == null || wanted.equals(Printable.of(ConnectionText.namespace(connection)));
    }

    private void printCsv(Snapshot snapshot, List<ConnectionField<?>> named) throws IOException {
        CsvExporter exporter = named == null ? CsvExporter.exact() : CsvExporter.exact(named);
        if (!noHeader.value()) {
            exporter.writeHeader(output().out);
        }
        exporter.writeRows(snapshot, output().out);
    }

    /** Returns an empty result if they are not wanted. */
    private Optional<ServiceNames> names() {
        return numeric.value() || !format.isTable()
                ? Optional.empty()
                : Optional.of(services().serviceNames());
    }

    private ConnectionTable table(
            List<ConnectionField<?>> named, SocketDetailsLookup asked, Optional<ServiceNames> names) {
        OwnerLookup owners = recognized.value()
                ? Optional.ofNullable(asked)
                        .map(SocketDetailsLookup::owners)
                        .orElseGet(() -> new OwnerLookup(services().processes()))
                : null;
        OwnerLookup containers = !ofAllNamespaces()
                ? null
                : owners == null ? new OwnerLookup(services().processes()) : owners;
        return new ConnectionTable(
                !noHeader.value(), named, names, services().colours(), containers, owners, asked, askedPorts());
    }

    /** Returns the ports that programs asked for, by those that they were given. */
    private Map<Integer, Integer> askedPorts() {
        return RunningRemaps.mayBeThere() ? RunningRemaps.askedByGiven(output()) : Map.of();
    }
}
