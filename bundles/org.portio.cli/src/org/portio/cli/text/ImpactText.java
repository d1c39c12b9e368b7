// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.process.EndImpact;
import org.portio.core.process.HeldPort;

/** Describes the consequences of ending a process, for the user. */
public final class ImpactText {

    private static final int MOST = 8;

    private ImpactText() {}

    /** Returns text such as {@code java (PID 12)}. */
    public static String name(ProcessInfo process) {
        return process.name() + " (PID " + process.pid() + ")";
    }

    /** Returns what ending the process affects, for a port, or for its own sake if that is null. */
    public static List<String> lines(EndImpact impact, HeldPort port) {
        ProcessInfo process = impact.process();
        List<String> lines = new ArrayList<>();
        String user = process.user() == null ? "" : ", user " + process.user().name();
        String state =
                impact.state().label().isEmpty() ? "" : ", " + impact.state().label();
        lines.add((impact.refusal().isEmpty() ? "ends " : "does not end ") + name(process) + user + state);
        if (!process.commandLine().isEmpty()) {
            lines.add("  " + process.commandLine());
        }
        if (!impact.refusal().isEmpty()) {
            lines.add("  " + impact.refusal());
        }
        if (port != null && impact.isHanded(port)) {
            lines.add("  it was only handed the socket, which user "
                    + impact.handed().getFirst().user().name() + " made; with --yes, it needs --force");
        }
        addPorts(lines, impact);
        if (!impact.children().isEmpty()) {
            lines.add("  its children, which are not ended with it: "
                    + some(impact.children().stream().map(ImpactText::name).toList()));
        }
        return lines;
    }

    private static void addPorts(List<String> lines, EndImpact impact) {
        if (!impact.ports().isEmpty()) {
            lines.add("  its ports: "
                    + some(impact.ports().stream()
                            .map(ImpactText::port)
                            .distinct()
                            .toList()));
        }
        if (impact.clients() > 0) {
            lines.add("  clients connected to them: " + impact.clients());
        }
    }

    private static String port(Connection connection) {
        return connection.protocol() + " " + connection.local();
    }

    private static String some(List<String> texts) {
        String first = texts.stream().limit(MOST).collect(Collectors.joining(", "));
        return texts.size() > MOST ? first + " and " + (texts.size() - MOST) + " more" : first;
    }
}
