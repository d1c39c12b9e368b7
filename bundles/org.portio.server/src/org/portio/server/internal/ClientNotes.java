// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;

/**
 * Writes what one client does to the transcript. Its data is listed until there is enough to see what it is about: after that
 * it would cost time, and push the other clients out. Used by one thread at a time.
 */
final class ClientNotes {

    /** Entries about data. */
    static final int DATA_ENTRIES = 20;

    private final Transcript transcript;
    private final InetSocketAddress client;
    private int entries;

    ClientNotes(Transcript transcript, InetSocketAddress client) {
        this.transcript = transcript;
        this.client = client;
    }

    void note(String text) {
        transcript.note(client, text);
    }

    void received(ByteBuffer data) {
        if (isListed()) {
            transcript.data(client, "received", data);
        }
    }

    void sent(ByteBuffer data) {
        if (isListed()) {
            transcript.data(client, "sent", data);
        }
    }

    /** An event that may come as often as data does. */
    void often(String text) {
        if (isListed()) {
            note(text);
        }
    }

    private boolean isListed() {
        if (entries > DATA_ENTRIES) {
            return false;
        }
        if (entries++ == DATA_ENTRIES) {
            note("further data is not listed");
            return false;
        }
        return true;
    }
}
