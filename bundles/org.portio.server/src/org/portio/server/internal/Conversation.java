// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Duration;
import org.portio.server.ServerMode;

/** The exchange between the server and one of its TCP clients, from beginning to end. */
@FunctionalInterface
interface Conversation {

    /** The longest silence of a client; nobody watches a test server for longer without trying something. */
    Duration IDLE = Duration.ofHours(1);

    /** Returns when it is over: the client has sent its last, or the server wants no more of it. */
    void with(TcpClient client) throws IOException;

    /** Returns that of a mode which talks with its clients. */
    static Conversation of(ServerMode mode) {
        return switch (mode) {
            case ECHO -> Conversation::echo;
            case DISCARD -> Conversation::discard;
            case HTTP_OK -> client -> new HttpConversation(client).run();
            case RESET, BLACKHOLE -> throw new IllegalArgumentException(mode + " does not talk");
        };
    }

    private static void echo(TcpClient client) throws IOException {
        for (ByteBuffer data = client.receive(); data != null; data = client.receive()) {
            client.expectWithin(IDLE);
            client.send(data);
        }
    }

    private static void discard(TcpClient client) throws IOException {
        while (client.receive() != null) {
            // It is counted, which is all that is done with it.
            client.expectWithin(IDLE);
        }
    }
}
