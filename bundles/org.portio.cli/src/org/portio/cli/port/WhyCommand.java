// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.port;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.portio.cli.command.AddressConverter;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.PortConverter;
import org.portio.cli.command.Subcommand;
import org.portio.cli.text.Columns;
import org.portio.cli.text.OriginText;
import org.portio.cli.text.Output;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.address.AddressParser;
import org.portio.core.diagnosis.BindScope;
import org.portio.core.diagnosis.Diagnosis;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Weight;
import org.portio.core.process.ProcessOrigin;
import org.portio.export.DiagnosisJson;

/** Tells why a service does not get a port. */
public final class WhyCommand extends Subcommand {

    private final Argument<Integer> port = add(Argument.parameter(0, Integer.class, "PORT", "The port, 1 to 65535.")
            .converters(PortConverter::port));

    private final Argument<Protocol> protocol =
            add(Argument.optionalParameter(1, Protocol.class, "TCP|UDP", "The protocol (default: TCP)."));

    private final Argument<String> address =
            add(AddressConverter.option("The address that the service binds (default: all are checked)."));

    private final Argument<Boolean> json = add(Argument.flag("--json", "One JSON object."));

    public WhyCommand() {
        super("Binds the port for a moment in every way that services do, with and without SO_REUSEADDR,"
                + " and shows what holds the port or blocks it, with the evidence and a command that helps."
                + " Anything inferred rather than seen is marked as such. Exit code 0 if something"
                + " keeps a service from the port,"
                + " 1 if it can be bound everywhere.");
    }

    @Override
    public ExitCode run() throws ConnectionException {
        Protocol asked = protocol.value() == null ? Protocol.TCP : protocol.value();
        String place = address.value() == null ? "" : address.value();
        Diagnosis diagnosis = services().diagnoser().diagnose(port.value(), asked, place);
        if (json.value()) {
            output().json(DiagnosisJson.text(diagnosis));
        } else {
            print(diagnosis);
        }
        return diagnosis.isFree() ? ExitCode.FALSE : ExitCode.OK;
    }

    private void print(Diagnosis diagnosis) throws ConnectionException {
        Output output = output();
        output.println(headline(diagnosis));
        scopes(diagnosis.scopes()).forEach(output::println);
        for (Finding finding : diagnosis.findings()) {
            output.println("");
            output.println(sign(finding.weight()) + " " + finding.what() + (finding.inferred() ? " (inferred)" : ""));
            output.println("    seen: " + finding.evidence());
            if (!finding.remedy().isEmpty()) {
                output.println("    try:  " + finding.remedy());
            }
        }
        printOrigins(diagnosis);
    }

    private static String headline(Diagnosis diagnosis) {
        String port = diagnosis.protocol() + " " + diagnosis.port();
        long fails =
                diagnosis.scopes().stream().filter(scope -> !scope.succeeds()).count();
        if (fails == 0) {
            return port + " can be bound.";
        }
        return port + (fails == diagnosis.scopes().size() ? " cannot be bound." : " can be bound only in some ways.");
    }

    /** Returns a line for each address, or for each way of binding it if these differ. */
    private static List<String> scopes(List<BindScope> scopes) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Address", "Plain", "SO_REUSEADDR", "Why not"));
        scopes.stream()
                .collect(Collectors.groupingBy(BindScope::address, LinkedHashMap::new, Collectors.toList()))
                .forEach((address, ways) -> rows.add(List.of(
                        address,
                        answer(ways, false),
                        answer(ways, true),
                        ways.stream()
                                .map(BindScope::why)
                                .filter(why -> !why.isEmpty())
                                .findFirst()
                                .orElse(""))));
        Columns columns = Columns.of(rows);
        return rows.stream().map(columns::line).map(String::stripTrailing).toList();
    }

    private static String answer(List<BindScope> ways, boolean reuse) {
        return ways.stream()
                .filter(way -> way.reuse() == reuse)
                .map(way -> way.succeeds() ? "yes" : "no")
                .findFirst()
                .orElse("-");
    }

    private static String sign(Weight weight) {
        return switch (weight) {
            case BLOCKS -> "[x]";
            case WARNS -> "[!]";
            case TELLS -> "[i]";
        };
    }

    private void printOrigins(Diagnosis diagnosis) throws ConnectionException {
        Snapshot snapshot = services().monitor().snapshot();
        snapshot.connections().stream()
                .filter(socket -> socket.protocol() == diagnosis.protocol()
                        && socket.local().port() == diagnosis.port()
                        && isMeant(socket))
                .flatMap(socket -> socket.owners().stream())
                .map(ProcessInfo::pid)
                .distinct()
                .flatMap(pid -> services().processes().read(pid).stream())
                .forEach(this::printOrigin);
    }

    /** Returns whether the socket is not bound to another network interface than the one that was asked about. */
    private boolean isMeant(Connection socket) {
        return address.value() == null
                || AddressParser.parse(address.value(), port.value()).stream()
                        .anyMatch(place ->
                                place.netInterface().meets(socket.local().netInterface()));
    }

    private void printOrigin(ProcessInfo process) {
        Optional<ProcessOrigin> origin = services().processes().origin(process);
        origin.ifPresent(found -> OriginText.lines(process, found).forEach(output()::println));
    }
}
