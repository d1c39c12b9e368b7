// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts the senders of datagrams. Senders can be made up at will, one for each datagram, so only so many are told apart: those
 * that come after them count and are listed as one. Used by one thread.
 */
final class UdpSenders {

    static final int KNOWN = 10_000;

    private final Traffic traffic;
    private final Transcript transcript;
    private final Map<InetSocketAddress, Sender> known = new HashMap<>();
    private Sender others;

    UdpSenders(Traffic traffic, Transcript transcript) {
        this.traffic = traffic;
        this.transcript = transcript;
    }

    Sender of(InetSocketAddress address) {
        Sender sender = known.get(address);
        if (sender != null) {
            return sender;
        }
        return known.size() < KNOWN ? add(address) : others(address);
    }

    private Sender add(InetSocketAddress address) {
        traffic.came();
        Sender sender = new Sender(new ClientNotes(transcript, address));
        known.put(address, sender);
        return sender;
    }

    private Sender others(InetSocketAddress address) {
        if (others == null) {
            transcript.note(address, "more than " + KNOWN + " senders: this and further ones are not counted");
            others = new Sender(new ClientNotes(transcript, null));
        }
        return others;
    }

    /** One of them, and how often it has said the same thing. */
    static final class Sender {

        private final ClientNotes notes;
        private int latest;
        private int repeats;

        private Sender(ClientNotes notes) {
            this.notes = notes;
        }

        ClientNotes notes() {
            return notes;
        }

        /** Returns how many datagrams like this one came from here in a row before it. */
        int repeats(ByteBuffer datagram) {
            int hash = datagram.hashCode();
            repeats = hash == latest ? repeats + 1 : 0;
            latest = hash;
            return repeats;
        }

        void forgetRepeats() {
            repeats = 0;
        }
    }
}
