// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Protocol;
import org.portio.json.JsonFields;
import org.portio.json.JsonObject;
import org.portio.keeper.KeeperStatus;
import org.portio.keeper.internal.protocol.Hello;
import org.portio.keeper.internal.protocol.LineChannel;
import org.portio.keeper.internal.protocol.Wire;
import org.portio.keeper.internal.runtime.Owner;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;

/** A client that meets the keeper of another PortIO. */
class OtherProtocolTest {

    private static final long PID = ProcessHandle.current().pid();

    @TempDir
    private Path folder;

    private final Queue<String> requests = new ConcurrentLinkedQueue<>();
    private FakeKeeper paths;
    private ServerSocketChannel server;

    @BeforeEach
    void startTheOther() throws Exception {
        paths = new FakeKeeper(folder);
        paths.directories.open(Owner.ofThisProcess());
        server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        server.bind(UnixDomainSocketAddress.of(paths.socket()));
    }

    @AfterEach
    void stopTheOther() throws Exception {
        server.close();
    }

    /** Answers the request for its status in the way of all protocols, and no other request. */
    private void serve(int protocol) {
        Thread.ofVirtual().start(() -> {
            while (true) {
                try (LineChannel lines = new LineChannel(server.accept(), 1 << 20)) {
                    lines.write(new Hello(protocol, "0.0.7", PID, "").json());
                    lines.read();
                    String request = JsonFields.parse(lines.read()).text("request");
                    requests.add(request);
                    lines.write(
                            "status".equals(request)
                                    ? Wire.write(new KeeperStatus(PID, "0.0.7", Instant.EPOCH, 3, 2, 1))
                                    : new JsonObject());
                } catch (IOException _) {
                    if (!server.isOpen()) {
                        return;
                    }
                }
            }
        });
    }

    @Test
    void saysWhichOneRunsAndWhatToDo() {
        serve(Hello.PROTOCOL + 1);

        ReservationException failure = assertThrows(
                ReservationException.class, () -> paths.client().reservations().release(PortKey.of(1, Protocol.TCP)));

        assertEquals(
                "the running keeper belongs to PortIO 0.0.7 (process " + PID
                        + "), which PortIO 9.9.9 cannot talk to; end it with 'portio keeper stop', and try again;"
                        + " no reservation is lost",
                failure.getMessage());
        assertTrue(requests.isEmpty());
    }

    @Test
    void tellsItsStatusAndStopsItAllTheSame() throws Exception {
        serve(Hello.PROTOCOL + 1);

        assertEquals("0.0.7", paths.client().status().orElseThrow().version());
        assertTrue(paths.client().stop());
        assertEquals("[status, stop]", requests.toString());
    }

    @Test
    void asksAnotherVersionThatSpeaksTheSame() throws Exception {
        serve(Hello.PROTOCOL);

        paths.client().reservations().started(PortKey.of(1, Protocol.TCP), 7);

        assertEquals("[reservations.started]", requests.toString());
    }

    @Test
    void saysThatAnAnswerMakesNoSense() {
        serve(Hello.PROTOCOL);

        ReservationException failure = assertThrows(
                ReservationException.class, () -> paths.client().reservations().list());

        assertEquals("the keeper's answer is not valid: 'reservations' is not a list", failure.getMessage());
    }
}
