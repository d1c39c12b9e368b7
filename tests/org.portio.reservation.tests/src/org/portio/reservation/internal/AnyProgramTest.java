// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.reservation.HeldPorts;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.PortRun;
import org.portio.trace.Door;

/** Programs whose port is put in place of their own, and what they do with it. */
class AnyProgramTest {

    /** Steps of a program; each waits for the one before to be undone. */
    private static final String BEGIN = """
        import os, socket, sys, time
        port, folder = int(sys.argv[1]), sys.argv[2]
        def wait(name):
            for _ in range(6000):
                if os.path.exists(folder + '/' + name): return
                time.sleep(0.01)
            sys.exit('nobody told ' + name)
        def tell(name): open(folder + '/' + name, 'w').close()
        def server(address='0.0.0.0', *options, listen=True):
            s = socket.socket(socket.AF_INET6 if ':' in address else socket.AF_INET)
            for option in options: s.setsockopt(socket.SOL_SOCKET, option, 1)
            s.bind((address, port))
            if listen: s.listen()
            return s
        def serve(s):
            c, _ = s.accept()
            c.sendall(b'served')
            c.close()
        """;

    @TempDir
    private Path home;

    private final List<String> messages = new CopyOnWriteArrayList<>();
    private HeldPorts engine;
    private PortKey key;

    @BeforeEach
    void open() throws Exception {
        assumeTrue(Door.availability().isAvailable(), "skipped: calls cannot be answered here");
        Thief.assumePossible(Thief.SAME_USER);
        engine = HeldPorts.open(TestPorts.places(home), TestPorts.monitor());
        reserve(TestPorts.freeTcp());
    }

    private void reserve(PortKey newKey) throws Exception {
        key = newKey;
        engine.reserve(TestPorts.wish(key));
    }

    @AfterEach
    void close() {
        if (engine != null) {
            engine.close();
        }
    }

    private FutureTask<Integer> start(String script) {
        return start(List.of("/usr/bin/python3", "-c", BEGIN + script));
    }

    private FutureTask<Integer> start(List<String> program) {
        List<String> command = new ArrayList<>(program);
        command.addAll(List.of(String.valueOf(key.port()), home.toString()));
        FutureTask<Integer> exit =
                new FutureTask<>(() -> PortRun.run(engine, key, command, HandOver.ANY, messages::add));
        Thread.ofPlatform().daemon().start(exit);
        return exit;
    }

    private void await(String name) throws Exception {
        assertTrue(TestPorts.becomes(() -> Files.exists(home.resolve(name)), TestPorts.PATIENCE), messages::toString);
    }

    private void tell(String name) throws Exception {
        Files.createFile(home.resolve(name));
    }

    private void assertHeldAtTheEnd(FutureTask<Integer> exit) throws Exception {
        assertEquals(0, exit.get(), messages::toString);
        assertHeld();
    }

    private void assertHeld() throws Exception {
        assertEquals(HoldState.HELD, engine.list().getFirst().state(), messages::toString);
        assertNobodyCanBind();
    }

    private void assertNobodyCanBind() {
        assertEquals(List.of(), Grab.ofBound(key.port(), key.protocol()));
    }

    private boolean isRefused() {
        return !Servers.accepts(key.port());
    }

    @Test
    void maySeeThePortClosedAndBindItAgain() throws Exception {
        FutureTask<Integer> exit = start("""
            s = server(); serve(s); s.close(); tell('closed')
            wait('again'); s = server(); serve(s); s.close()
            s = server('::'); serve(s)
            """);
        assertTrue(TestPorts.becomes(() -> Servers.answers(key.port()), TestPorts.PATIENCE), messages::toString);
        await("closed");
        assertTrue(TestPorts.becomes(this::isRefused, TestPorts.PATIENCE), messages::toString);
        assertNobodyCanBind();
        tell("again");
        for (int i = 0; i < 2; i++) {
            assertTrue(TestPorts.becomes(() -> Servers.answers(key.port()), TestPorts.PATIENCE), messages::toString);
        }
        assertHeldAtTheEnd(exit);
    }

    @Test
    void aSecondServerIsRefusedUnlessBothShareThePort() throws Exception {
        FutureTask<Integer> exit = start("""
            s = server('0.0.0.0', socket.SO_REUSEADDR)
            for address in '0.0.0.0', '127.0.0.1', '::':
                try:
                    server(address, socket.SO_REUSEADDR)
                    sys.exit(address)
                except OSError as e:
                    assert e.errno == 98, e
            s.close()
            a, b = server('0.0.0.0', socket.SO_REUSEPORT), server('0.0.0.0', socket.SO_REUSEPORT)
            serve(b)
            """);
        assertTrue(
                TestPorts.becomes(() -> exit.isDone() || Servers.answers(key.port()), TestPorts.PATIENCE),
                messages::toString);
        assertHeldAtTheEnd(exit);
    }

    @Test
    void bothFamiliesCanHaveASocketEach() throws Exception {
        FutureTask<Integer> exit = start("""
            a = server()
            b = socket.socket(socket.AF_INET6)
            b.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
            b.bind(('::', port))
            b.listen()
            assert a.getsockname() == ('0.0.0.0', port) and b.getsockname()[:2] == ('::', port)
            serve(a)
            """);
        assertTrue(TestPorts.becomes(() -> Servers.answers(key.port()), TestPorts.PATIENCE), messages::toString);
        assertHeldAtTheEnd(exit);
    }

    @Test
    void isHeldAsLongAsAProcessThatWasLeftBehindHasIt() throws Exception {
        Door.adoptOrphans();
        FutureTask<Integer> exit = start("""
            s = server()
            if os.fork(): os._exit(0)
            os.setsid()
            if os.fork(): os._exit(0)
            serve(s); wait('end')
            """);
        assertTrue(TestPorts.becomes(() -> Servers.answers(key.port()), TestPorts.PATIENCE), messages::toString);
        assertTrue(
                TestPorts.becomes(
                        () -> messages.stream().anyMatch(line -> line.contains("but left ")), TestPorts.PATIENCE),
                messages::toString);
        assertFalse(exit.isDone());
        assertEquals(HoldState.LENT, engine.list().getFirst().state());
        tell("end");
        assertHeldAtTheEnd(exit);
    }

    @Test
    void aProgramThatNeverBindsEndsAtOnce() throws Exception {
        long begin = System.nanoTime();
        FutureTask<Integer> exit = start("sys.exit(3)");
        assertEquals(3, exit.get());
        assertTrue(System.nanoTime() - begin < TestPorts.PATIENCE.toNanos() / 2, "it did not wait for a listener");
        assertHeld();
    }

    @Test
    void datagramsComeToTheProgramAndToNobodyAfterwards() throws Exception {
        reserve(PortKey.of(key.port(), Protocol.UDP));
        FutureTask<Integer> exit = start("""
            s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
            s.bind(('127.0.0.1', port))
            assert s.getsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF) > 100000
            tell('bound')
            assert s.recv(99) == b'hello'
            """);
        await("bound");
        try (DatagramSocket socket = new DatagramSocket()) {
            socket.send(new DatagramPacket("hello".getBytes(), 5, InetAddress.getLoopbackAddress(), key.port()));
        }
        assertEquals(0, exit.get(), messages::toString);
        assertEquals(key + " is held again", messages.getLast());
        assertNobodyCanBind();
    }

    @Test
    void onlyTheReservedAddressIsReplaced() throws Exception {
        engine.release(key);
        reserve(new PortKey(key.port(), Protocol.TCP, "127.0.0.1"));
        FutureTask<Integer> exit = start("""
            a = server('127.0.0.2')
            b = server('127.0.0.1')
            serve(b)
            """);
        assertTrue(TestPorts.becomes(() -> Servers.answers(key.port()), TestPorts.PATIENCE), messages::toString);
        assertEquals(0, exit.get(), messages::toString);
        assertEquals(HoldState.HELD, engine.list().getFirst().state(), messages::toString);
    }
}
