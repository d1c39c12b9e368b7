// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Protocol;
import org.portio.keeper.LostServer;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;
import org.portio.ui.list.Note;

class ServerListTest {

    @Test
    void aLostServerIsToldWithTheCommandThatStartsItAgain() {
        ServerRequest request = new ServerRequest(8090, Protocol.TCP, ServerMode.ECHO, ServerRequest.LOOPBACK, null);
        LostServer lost = new LostServer(request, Instant.EPOCH, null);

        assertEquals(
                "TCP 8090 echo on 127.0.0.1 has ended with its keeper. "
                        + "To start it again: portio start-server 8090 TCP --mode echo",
                ServerList.note(List.of(lost), Instant.EPOCH).line());
        assertEquals(Note.NONE, ServerList.note(List.of(), Instant.EPOCH));
    }
}
