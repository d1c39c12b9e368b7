// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.server.TranscriptEntry;

/**
 * A record of what clients and server did, as far back as there is room. Thousands of clients write to it and hardly anybody reads
 * it, so texts are made when they are asked for.
 */
final class Transcript {

    static final int SIZE = 1000;

    private static final byte[] NO_DATA = {};

    private final Event[] ring = new Event[SIZE];
    private long count;

    /** Something about the server itself. */
    void note(String text) {
        note(null, text);
    }

    void note(InetSocketAddress client, String text) {
        add(client, text, NO_DATA, 0);
    }

    /** Data that went over; of the data from the buffer's position to its limit the beginning is kept. */
    void data(InetSocketAddress client, String verb, ByteBuffer data) {
        int length = data.remaining();
        byte[] beginning = new byte[Math.min(length, PrintableText.SHOWN)];
        data.get(data.position(), beginning);
        add(client, verb, beginning, length);
    }

    private synchronized void add(InetSocketAddress client, String text, byte[] beginning, int length) {
        // The time is taken within the lock, so that the entries are in its order.
        ring[(int) (count++ % SIZE)] = new Event(Instant.now(), client, text, beginning, length);
    }

    /** Returns the oldest first. */
    List<TranscriptEntry> entries() {
        return events().stream().map(Event::toEntry).toList();
    }

    private synchronized List<Event> events() {
        List<Event> events = new ArrayList<>(SIZE);
        for (long i = Math.max(0, count - SIZE); i < count; i++) {
            events.add(ring[(int) (i % SIZE)]);
        }
        return events;
    }

    /**
     * @param client null if it concerns the server itself
     * @param length that of all the data
     */
    private record Event(Instant time, InetSocketAddress client, String text, byte[] beginning, int length) {

        TranscriptEntry toEntry() {
            return new TranscriptEntry(time, clientText(), length == 0 ? text : text + " " + data());
        }

        private String data() {
            return bytes(length) + ": " + PrintableText.of(beginning) + (length > beginning.length ? "..." : "");
        }

        private String clientText() {
            return client == null
                    ? ""
                    : new Endpoint(Addresses.unmapped(client.getAddress()), client.getPort()).toString();
        }
    }

    static String bytes(long number) {
        return number == 1 ? "1 byte" : number + " bytes";
    }
}
