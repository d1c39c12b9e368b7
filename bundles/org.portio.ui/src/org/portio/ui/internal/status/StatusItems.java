// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.status;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.ui.internal.Messages;
import org.portio.ui.internal.status.StatusItem.Kind;

/** Sums up a snapshot, and puts what the status line says into the room that it has. */
final class StatusItems {

    private static final String SEPARATOR = " · ";
    private static final StatusItem MORE = new StatusItem("…", Kind.PAUSED);

    private StatusItems() {}

    /** Counts the states of a snapshot and adds its time; not to be called on the UI thread. */
    static List<StatusItem> of(Snapshot snapshot, ZoneId zone) {
        List<StatusItem> items = new ArrayList<>();
        states(snapshot)
                .forEach((state, count) -> items.add(new StatusItem(count + " " + state.label(), Kind.STATE, count)));
        long udp = snapshot.connections().stream()
                .filter(connection -> connection.protocol() == Protocol.UDP)
                .count();
        if (udp > 0) {
            items.add(new StatusItem(udp + " " + Protocol.UDP, Kind.STATE, udp));
        }
        LocalTime time = LocalTime.ofInstant(snapshot.time(), zone).truncatedTo(ChronoUnit.SECONDS);
        items.add(new StatusItem(
                NLS.bind(Messages.Status_refreshed, DateTimeFormatter.ISO_LOCAL_TIME.format(time)), Kind.TIME));
        return items;
    }

    /** Counts the states in their own order, not by frequency: what is read again and again stays in its place. */
    private static Map<TcpState, Integer> states(Snapshot snapshot) {
        Map<TcpState, Integer> counts = new EnumMap<>(TcpState.class);
        for (Connection connection : snapshot.connections()) {
            if (connection.state() != null) {
                counts.merge(connection.state(), 1, Integer::sum);
            }
        }
        return counts;
    }

    static String join(List<StatusItem> items) {
        return items.stream().map(StatusItem::text).collect(Collectors.joining(SEPARATOR));
    }

    /**
     * Returns the items in their order as one line no wider than the room: the least important is left out first, and
     * dots stand where states are missing. At least one item is left, however little room there is.
     *
     * @param width tells how wide a text is, in the unit of the room
     */
    static String fit(List<StatusItem> items, int room, ToIntFunction<String> width) {
        List<StatusItem> left = new ArrayList<>(items);
        String line = join(left);
        while (left.size() > 1 && width.applyAsInt(line) > room) {
            left.remove(least(left));
            line = join(withDots(left, items));
        }
        return width.applyAsInt(line) > room ? cut(left.getFirst().text(), line, room, width) : line;
    }

    /** Ends a sentence that alone is too long after a word, with dots; the tooltip has all of it. */
    private static String cut(String sentence, String otherwise, int room, ToIntFunction<String> width) {
        int end = sentence.length();
        while (end > 0 && width.applyAsInt(sentence.substring(0, end) + MORE.text()) > room) {
            end = sentence.lastIndexOf(' ', end - 1);
        }
        return end > 0 ? sentence.substring(0, end) + MORE.text() : otherwise;
    }

    private static StatusItem least(List<StatusItem> items) {
        // Of equals the last, so that what is left does not move.
        return items.reversed().stream()
                .min(Comparator.comparing(StatusItem::kind).thenComparingLong(StatusItem::size))
                .orElseThrow();
    }

    private static List<StatusItem> withDots(List<StatusItem> left, List<StatusItem> all) {
        List<StatusItem> shown = new ArrayList<>(left);
        if (left.size() < all.size()) {
            boolean endsWithTime = left.getLast().kind() == Kind.TIME;
            shown.add(endsWithTime ? left.size() - 1 : left.size(), MORE);
        }
        return shown;
    }
}
