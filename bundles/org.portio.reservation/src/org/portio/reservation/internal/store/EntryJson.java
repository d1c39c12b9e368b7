// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.store;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.portio.core.Protocol;
import org.portio.json.JsonException;
import org.portio.json.JsonObject;
import org.portio.json.JsonValue;
import org.portio.reservation.HandOver;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.internal.hold.HoldAddresses;

/**
 * Reservations as entries of the file. What is read may also be in the words of the tool that PortIO follows. Readers throw
 * unchecked exceptions if an entry is not valid.
 */
final class EntryJson {

    private static final String PORT = "port";
    private static final String PROTOCOL = "protocol";
    private static final String ADDRESS = "address";
    private static final String EXECUTABLE = "executable";
    private static final String NOTE = "note";
    private static final String HAND_OVER = "handOver";
    private static final String OUT_OF_RANGE = "outOfEphemeralRange";
    private static final String RESERVED_IN = "reservedIn";
    private static final String SINCE = "since";
    private static final String RUN = "run";
    /** Names that the path of the program has had. */
    private static final List<String> EXECUTABLES = List.of(EXECUTABLE, "exe", "exe_path", "path");

    private static final Set<String> KNOWN = Set.of(
            PORT,
            PROTOCOL,
            ADDRESS,
            EXECUTABLE,
            "exe",
            "exe_path",
            "path",
            NOTE,
            HAND_OVER,
            OUT_OF_RANGE,
            RESERVED_IN,
            SINCE,
            RUN);

    private EntryJson() {}

    /**
     * Reads an entry.
     *
     * @param otherwiseSince when it was reserved, if the entry does not say
     */
    static StoredReservation read(JsonValue element, Instant otherwiseSince) {
        JsonObject entry = element.asObject();
        String since = text(entry, SINCE);
        Reservation reservation = new Reservation(
                key(entry),
                EXECUTABLES.stream()
                        .map(name -> text(entry, name))
                        .filter(path -> !path.isEmpty())
                        .findFirst()
                        .orElse(""),
                text(entry, NOTE),
                handOver(text(entry, HAND_OVER)),
                truth(text(entry, OUT_OF_RANGE)),
                since.isEmpty() ? otherwiseSince : Instant.parse(since),
                text(entry, RUN));
        return new StoredReservation(reservation, text(entry, RESERVED_IN), more(entry));
    }

    private static PortKey key(JsonObject entry) {
        String protocol = text(entry, PROTOCOL);
        try {
            return HoldAddresses.canonical(new PortKey(
                    port(text(entry, PORT)),
                    protocol.isEmpty() ? Protocol.TCP : Protocol.valueOf(protocol.toUpperCase(Locale.ROOT)),
                    text(entry, ADDRESS)));
        } catch (ReservationException e) {
            throw new JsonException(e.getMessage(), e);
        }
    }

    /** Neither 8080.5 nor 4294975376 is a port, nor is an empty text. */
    private static int port(String text) {
        if (!text.matches("[0-9]{1,5}")) {
            throw new JsonException("'" + text + "' is not a port");
        }
        return Integer.parseInt(text);
    }

    private static boolean truth(String text) {
        if (!Set.of("", "true", "false").contains(text)) {
            throw new JsonException("'" + text + "' is neither true nor false");
        }
        return text.equals("true");
    }

    private static HandOver handOver(String label) {
        return label.isEmpty() ? HandOver.AUTO : HandOver.valueOf(label.toUpperCase(Locale.ROOT));
    }

    private static String text(JsonObject entry, String name) {
        JsonValue value = entry.get(name);
        if (value == null || value.isNull()) {
            return "";
        }
        if (!value.isPrimitive() || value.asText().indexOf('\0') >= 0) {
            throw new JsonException("'" + name + "' is not a string");
        }
        return value.asText();
    }

    private static JsonObject more(JsonObject entry) {
        if (KNOWN.containsAll(entry.names())) {
            return StoredReservation.NOTHING_MORE;
        }
        return entry.without(KNOWN);
    }

    static JsonObject write(StoredReservation stored) {
        Reservation reservation = stored.reservation();
        JsonObject entry = new JsonObject();
        entry.put(PORT, reservation.key().port());
        entry.put(PROTOCOL, reservation.key().protocol().name());
        addUnlessEmpty(entry, ADDRESS, reservation.key().address());
        addUnlessEmpty(entry, EXECUTABLE, reservation.executable());
        addUnlessEmpty(entry, NOTE, reservation.note());
        entry.put(HAND_OVER, reservation.handOver().label());
        entry.put(OUT_OF_RANGE, reservation.outOfEphemeralRange());
        addUnlessEmpty(entry, RESERVED_IN, stored.reservedIn());
        entry.put(SINCE, reservation.since().toString());
        addUnlessEmpty(entry, RUN, reservation.run());
        return entry.putAll(stored.more());
    }

    private static void addUnlessEmpty(JsonObject entry, String name, String value) {
        if (!value.isEmpty()) {
            entry.put(name, value);
        }
    }
}
