// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import java.util.List;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.PortConverter;
import org.portio.cli.command.Subcommand;
import org.portio.cli.text.ConnectionText;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.port.PortCheck;
import org.portio.core.port.PortProbe;
import org.portio.export.JsonLines;

/** Tells whether a local port is in use, and by whom. */
public final class CheckPortCommand extends Subcommand {

    private static final int MAX_LINES = 5;

    private final Argument<Integer> port = add(Argument.parameter(0, Integer.class, "PORT", "The port, 1 to 65535.")
            .converters(PortConverter::port));

    private final Argument<Protocol> protocol =
            add(Argument.optionalParameter(1, Protocol.class, "TCP|UDP", "Only this protocol."));

    private final Argument<Boolean> json = add(Argument.flag("--json", "One JSON object."));

    public CheckPortCommand() {
        super(
                "Checks both protocols and both address families; the port is in use if any of them uses it. Exit"
                        + " code 0 in use, 1 free.",
                "",
                "If no socket is listed for the port, it is bound for a moment, since a socket can hold a"
                        + " port without being listed. Connections that have ended (TIME-WAIT) do not count as use.");
    }

    @Override
    public ExitCode run() throws ConnectionException {
        // First the probe: it gets itself ready while the kernel's calls are being linked, which the monitor waits for.
        PortProbe probe = services().probe();
        Snapshot snapshot = services().monitor().snapshot();
        List<Protocol> protocols = protocol.value() == null ? List.of(Protocol.values()) : List.of(protocol.value());
        PortCheck check = PortCheck.of(port.value(), protocols, snapshot, probe);
        if (json.value()) {
            output().json(JsonLines.portCheck(check));
        } else {
            print(check);
            output().note(shown(check, snapshot).hiddenOwnersText());
        }
        return check.inUse() ? ExitCode.OK : ExitCode.FALSE;
    }

    private static String answer(PortCheck check) {
        boolean unsure = check.checks().stream().anyMatch(one -> one.evidence() == PortCheck.Evidence.DENIED);
        return check.inUse() ? "in use" : unsure ? "not listed" : "free";
    }

    private static Snapshot shown(PortCheck check, Snapshot snapshot) {
        List<Connection> shown = check.checks().stream()
                .flatMap(one -> one.connections().stream())
                .distinct()
                .toList();
        return snapshot.with(shown);
    }

    private void print(PortCheck check) {
        output().println("Port " + port.value() + " is " + answer(check) + ".");
        for (PortCheck.Check one : check.checks()) {
            output().println(one.protocol().label() + " " + one.family().label() + "  " + one.explanation());
            print(one.connections());
        }
    }

    /** A busy server has thousands of connections on its port: who listens comes first, and a few are enough. */
    private void print(List<Connection> connections) {
        connections.stream()
                // Not by Comparator's own methods: Java's cache leaves out the classes that these make.
                .sorted((a, b) -> Boolean.compare(b.isListening(), a.isListening()))
                .limit(MAX_LINES)
                .forEach(connection -> output().println("  " + ConnectionText.line(connection)));
        if (connections.size() > MAX_LINES) {
            output().println("  and " + (connections.size() - MAX_LINES) + " more: portio list --port " + port.value());
        }
    }
}
