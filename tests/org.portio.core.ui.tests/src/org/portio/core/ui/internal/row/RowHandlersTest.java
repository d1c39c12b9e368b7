// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.row;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.TcpState;
import org.portio.testing.Sockets;

/** The decisions of the handlers of row actions, without a window. */
class RowHandlersTest {

    private static final ProcessInfo CURL = Sockets.process(43, "curl");
    private static final ProcessInfo WEB = Sockets.process(42, "web");

    @Test
    void theOtherEndHasTheSameEndsTheOtherWayRound() {
        Connection client = tcp("127.0.0.1", 50_000, "127.0.0.1", 8080, CURL);

        assertTrue(SelectRowsHandler.isOtherEnd(client, tcp("127.0.0.1", 8080, "127.0.0.1", 50_000, WEB)));
        assertTrue(
                SelectRowsHandler.isOtherEnd(client, tcp("::ffff:127.0.0.1", 8080, "::ffff:127.0.0.1", 50_000, WEB)));
        assertFalse(SelectRowsHandler.isOtherEnd(client, client));
        assertFalse(SelectRowsHandler.isOtherEnd(client, tcp("127.0.0.1", 8080, "127.0.0.1", 50_001, WEB)));
        assertFalse(SelectRowsHandler.isOtherEnd(client, Sockets.listener("127.0.0.1", 8080, WEB)));
        assertFalse(SelectRowsHandler.isOtherEnd(
                client,
                tcp("127.0.0.1", 8080, "127.0.0.1", 50_000, WEB)
                        .with()
                        .namespace("blue")
                        .build()));
    }

    @Test
    void theRowsOfAProcessAreAllThatItSharesToo() {
        Connection shared = Sockets.listener("0.0.0.0", 80, CURL, WEB);
        assertTrue(SelectRowsHandler.ofProcesses(List.of(Sockets.listener("::", 81, WEB)))
                .test(shared));
        assertFalse(SelectRowsHandler.ofProcesses(List.of(shared))
                .test(Sockets.listener("::", 81, Sockets.process(1, "x"))));
    }

    @Test
    void onlyAFolderThatIsThereIsOpened(@TempDir Path folder) {
        assertEquals(
                folder, FileLocationHandler.folder(folder.resolve("program").toString()));
        assertNull(FileLocationHandler.folder(folder.resolve("gone/program").toString()));
        assertNull(FileLocationHandler.folder("program"));
        assertNull(FileLocationHandler.folder("a\0b/program"));
    }

    @Test
    void theAnswerSaysWhatIsKnown() {
        InetAddress one = Sockets.endpoint("192.0.2.1", 1).address();
        InetAddress two = Sockets.endpoint("192.0.2.2", 1).address();
        assertEquals("192.0.2.1 is one.example", NameText.of(List.of(one), Map.of(one, "one.example")));
        assertEquals("192.0.2.1 has no name", NameText.of(List.of(one), Map.of(one, "")));
        assertEquals("The name server did not answer in time for 192.0.2.1", NameText.of(List.of(one), Map.of()));
        assertEquals(
                "1 of 2 addresses have a name", NameText.of(List.of(one, two), Map.of(one, "one.example", two, "")));
    }

    private static Connection tcp(String local, int localPort, String remote, int remotePort, ProcessInfo owner) {
        return Sockets.tcp(
                Sockets.endpoint(local, localPort), Sockets.endpoint(remote, remotePort), TcpState.ESTABLISHED, owner);
    }
}
