// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.Unseen;

/** Sums up a snapshot in one line. */
final class StatusText {

    private static final String SEPARATOR = " · ";

    private StatusText() {}

    /** As {@code 133 sockets · 12 LISTEN · 40 ESTABLISHED · 20 UDP · refreshed 12:00:01}. */
    static String of(Snapshot snapshot, ZoneId zone) {
        List<String> parts = new ArrayList<>();
        int sockets = snapshot.connections().size();
        parts.add(sockets == 1 ? Messages.StatusText_oneSocket : NLS.bind(Messages.StatusText_sockets, sockets));
        states(snapshot).forEach((state, count) -> parts.add(count + " " + state.label()));
        long udp = snapshot.connections().stream()
                .filter(connection -> connection.protocol() == Protocol.UDP)
                .count();
        if (udp > 0) {
            parts.add(udp + " " + Protocol.UDP);
        }
        LocalTime time = LocalTime.ofInstant(snapshot.time(), zone).truncatedTo(ChronoUnit.SECONDS);
        parts.add(NLS.bind(Messages.StatusText_refreshed, DateTimeFormatter.ISO_LOCAL_TIME.format(time)));
        return String.join(SEPARATOR, parts);
    }

    /** The same while the refresh is paused. */
    static String paused(String text) {
        return text + SEPARATOR + Messages.StatusText_paused;
    }

    /** In the order of the states, not of their frequency: what is read again and again stays in its place. */
    private static Map<TcpState, Integer> states(Snapshot snapshot) {
        Map<TcpState, Integer> counts = new EnumMap<>(TcpState.class);
        for (Connection connection : snapshot.connections()) {
            if (connection.state() != null) {
                counts.merge(connection.state(), 1, Integer::sum);
            }
        }
        return counts;
    }

    /** What the snapshot does not show, and why; empty where it shows everything. */
    static String unseen(Snapshot snapshot) {
        Stream<String> limits = snapshot.limits().stream().map(StatusText::unseen);
        return Stream.concat(Stream.of(snapshot.hiddenOwnersText()), limits)
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(SEPARATOR));
    }

    private static String unseen(Unseen unseen) {
        String what = unseen.count() < 0 ? unseen.what() : unseen.count() + " " + unseen.what();
        return NLS.bind(Messages.StatusText_unseen, what, unseen.why());
    }
}
