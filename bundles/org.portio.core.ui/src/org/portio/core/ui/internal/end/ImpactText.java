// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.end;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.process.EndImpact;
import org.portio.ui.TimeText;

/** Describes the consequences of ending a process, line by line; what it would not is left out. */
public final class ImpactText {

    private static final int MOST_LISTED = 12;

    /** A line with its name. */
    record Line(String name, String value) {}

    private ImpactText() {}

    /** Returns all but the command line, which may be of any length. */
    public static List<Line> lines(EndImpact impact) {
        ProcessInfo process = impact.process();
        return Stream.of(
                        new Line(Messages.ImpactText_process, EndTarget.text(process)),
                        new Line(
                                Messages.ImpactText_user,
                                process.user() == null ? "" : process.user().name()),
                        new Line(
                                Messages.ImpactText_started,
                                TimeText.moment(process.startTime(), ZoneId.systemDefault())),
                        new Line(Messages.ImpactText_state, impact.state().label()),
                        new Line(Messages.ImpactText_ports, ports(impact)),
                        new Line(Messages.ImpactText_clients, clients(impact.clients())),
                        new Line(Messages.ImpactText_children, children(impact.children())))
                .filter(line -> !line.value().isEmpty())
                .toList();
    }

    /** Returns the titles of the columns of {@link #cells}. */
    static List<String> titles() {
        return List.of(
                Messages.ImpactText_process,
                Messages.ImpactText_user,
                Messages.ImpactText_ports,
                Messages.ImpactText_hits,
                Messages.ImpactText_commandLine);
    }

    /**
     * Returns the same in one row, for one of several processes that are ended together; children among them are left
     * out.
     */
    static List<String> cells(EndImpact impact, Collection<ProcessInfo> all) {
        ProcessInfo process = impact.process();
        List<ProcessInfo> staying = impact.children().stream()
                .filter(child -> all.stream().noneMatch(other -> other.pid() == child.pid()))
                .toList();
        String hits = Stream.of(impact.refusal(), impact.state().label(), clients(impact.clients()), children(staying))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining("; "));
        return List.of(
                EndTarget.text(process),
                process.user() == null ? "" : process.user().name(),
                ports(impact),
                hits,
                process.commandLine());
    }

    private static String ports(EndImpact impact) {
        return impact.ports().isEmpty()
                ? Messages.ImpactText_none
                : listed(
                        impact.ports().stream().map(ImpactText::port).distinct().toList());
    }

    private static String port(Connection socket) {
        return socket.protocol() + " " + socket.local() + " (" + socket.stateText() + ")";
    }

    private static String clients(int count) {
        if (count == 0) {
            return "";
        }
        return count == 1 ? Messages.ImpactText_oneClient : NLS.bind(Messages.ImpactText_severalClients, count);
    }

    private static String children(List<ProcessInfo> children) {
        return children.isEmpty()
                ? ""
                : NLS.bind(
                        Messages.ImpactText_childrenStay,
                        listed(children.stream().map(EndTarget::text).toList()));
    }

    private static String listed(List<String> items) {
        String first = items.stream().limit(MOST_LISTED).collect(Collectors.joining(", "));
        int more = items.size() - MOST_LISTED;
        return more > 0 ? NLS.bind(Messages.ImpactText_more, first, more) : first;
    }
}
