// SPDX-License-Identifier: EPL-2.0
package org.portio.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;

/** Against the kernel, with programs that know nothing of it. */
@EnabledOnOs(OS.LINUX)
class DoorTest {

    private static final Set<CallKind> ALL = EnumSet.allOf(CallKind.class);
    private static final Duration LONG = Duration.ofSeconds(30);

    @Test
    void eachBindListenConnectAndAcceptOfAProgramAndItsChildrenIsTold() throws Exception {
        Told told = new Told();
        try (Door door = Door.open(ALL, told)) {
            String port = Program.python(door, """
                server = socket.create_server(('127.0.0.1', 0))
                port = server.getsockname()[1]
                if os.fork() == 0:
                    socket.create_connection(('127.0.0.1', port))
                    os._exit(0)
                server.accept()
                os.wait()
                print(port)
                """);
            InetSocketAddress place = new InetSocketAddress("127.0.0.1", Integer.parseInt(port));
            Told.Result bind = told.only(CallKind.BIND);
            assertEquals(new InetSocketAddress("127.0.0.1", 0), bind.call().address());
            assertEquals(Protocol.TCP, bind.call().protocol());
            assertEquals(AddressFamily.IPV4, bind.call().family());
            assertEquals(place, bind.bound());
            assertEquals(Errno.NONE, bind.errno());
            assertEquals(place, told.only(CallKind.LISTEN).bound());
            assertEquals(place, told.only(CallKind.CONNECT).call().address());
            assertEquals(place, told.only(CallKind.ACCEPT).call().address());
            assertEquals(bind.call().pid(), told.only(CallKind.ACCEPT).call().pid());
            assertNotEquals(
                    bind.call().pid(), told.only(CallKind.CONNECT).call().pid());
        }
    }

    @Test
    void threadsOfAProgramAreToldAsItsOwn() throws Exception {
        Told told = new Told();
        try (Door door = Door.open(Set.of(CallKind.BIND), told)) {
            String pid = Program.python(door, """
                import threading
                def serve():
                    socket.socket(socket.AF_INET6, socket.SOCK_DGRAM).bind(('::1', 0))
                for i in range(3):
                    thread = threading.Thread(target=serve)
                    thread.start()
                    thread.join()
                print(os.getpid())
                """);
            assertEquals(3, told.results().size());
            told.results().forEach(result -> {
                assertEquals(Integer.parseInt(pid), result.call().pid());
                assertNotEquals(result.call().pid(), result.call().thread());
                assertEquals(Protocol.UDP, result.call().protocol());
                assertEquals(AddressFamily.IPV6, result.call().family());
            });
        }
    }

    @Test
    void aBindThatFailsFailsForTheProgramAndIsTold() throws Exception {
        Told told = new Told();
        try (Door door = Door.open(ALL, told);
                ServerSocket other = new ServerSocket(0, 1, new InetSocketAddress("127.0.0.1", 0).getAddress())) {
            String output = Program.python(door, """
                try:
                    socket.socket().bind(('127.0.0.1', int(sys.argv[1])))
                except OSError as failure:
                    print(failure.errno)
                """, other.getLocalPort());
            assertEquals(Errno.EADDRINUSE, Integer.parseInt(output));
            assertEquals(Errno.EADDRINUSE, told.only(CallKind.BIND).errno());
        }
    }

    @Test
    void whatIsRefusedFailsForTheGivenReason() throws Exception {
        try (Door door = Door.open(ALL, new Told(_ -> new Answer.Refuse(Errno.ECONNREFUSED)))) {
            assertEquals("ConnectionRefusedError", Program.python(door, """
                try:
                    socket.create_connection(('127.0.0.1', 1))
                except OSError as failure:
                    print(type(failure).__name__)
                """));
        }
    }

    @Test
    void socketsOfOtherKindsAreNotTold(@TempDir Path folder) throws Exception {
        Told told = new Told();
        try (Door door = Door.open(ALL, told)) {
            assertEquals("done", Program.python(door, """
                server = socket.socket(socket.AF_UNIX)
                server.bind(sys.argv[1])
                server.listen()
                socket.socket(socket.AF_UNIX).connect(sys.argv[1])
                server.accept()
                print('done')
                """, folder.resolve("socket")));
            assertEquals(List.of(), told.results());
        }
    }

    @Test
    void aHandlerThatFailsLetsTheCallProceed() throws Exception {
        try (Door door = Door.open(ALL, new Told(_ -> {
            throw new IllegalStateException("as a test wants it");
        }))) {
            assertEquals("done", Program.python(door, "socket.create_server(('127.0.0.1', 0))\nprint('done')"));
        }
    }

    @Test
    void callsProceedUntoldWhenTheDoorIsClosed() throws Exception {
        Told told = new Told();
        Door door = Door.open(ALL, told);
        Process program = door.start(() -> new ProcessBuilder(
                        "/usr/bin/python3",
                        "-c",
                        "import socket, sys\nsys.stdin.read()\nsocket.create_server(('127.0.0.1', 0))\nprint('done')")
                .start());
        door.close();
        program.getOutputStream().close();
        assertEquals("done", new String(program.getInputStream().readAllBytes()).strip());
        assertEquals(List.of(), told.results());
    }

    @Test
    void processesAreThoseThatCameThroughAndLive() throws Exception {
        try (Door door = Door.open(ALL, new Told())) {
            Process beside = new ProcessBuilder("sleep", "60").start();
            Process program = door.start(() -> new ProcessBuilder(
                            "/usr/bin/python3",
                            "-c",
                            "import subprocess, sys\n"
                                    + "child = subprocess.Popen(['sleep', '60'])\n"
                                    + "print(child.pid, flush=True)\nsys.stdin.read()\nchild.kill()")
                    .start());
            long child = Long.parseLong(program.inputReader().readLine());
            Set<Long> pids = pids(door);
            assertEquals(Set.of(program.pid(), child), pids);
            beside.destroy();
            assertFalse(door.awaitEnd(Duration.ofMillis(1)));
            program.getOutputStream().close();
            assertTrue(door.awaitEnd(LONG));
            assertEquals(List.of(), door.processes());
        }
    }

    @Test
    void aDaemonThatCalledIsStillAmongTheProcesses() throws Exception {
        try (Door door = Door.open(ALL, new Told())) {
            long daemon = Long.parseLong(Program.python(door, """
                ready, ends = os.pipe()
                if os.fork() == 0:
                    os.setsid()
                    if os.fork() == 0:
                        socket.create_server(('127.0.0.1', 0))
                        print(os.getpid(), flush=True)
                        os.close(1)
                        os.close(2)
                        os.close(ends)
                        time.sleep(60)
                    os._exit(0)
                os.close(ends)
                os.read(ready, 1)
                """));
            // The processes between the two may still be about to end.
            for (long end = System.nanoTime() + LONG.toNanos();
                    !pids(door).equals(Set.of(daemon)) && System.nanoTime() < end; ) {
                Thread.sleep(20);
            }
            assertEquals(Set.of(daemon), pids(door));
            ProcessHandle.of(daemon).orElseThrow().destroyForcibly();
            assertTrue(door.awaitEnd(LONG));
        }
    }

    private static Set<Long> pids(Door door) {
        return door.processes().stream().map(TracedProcess::pid).collect(Collectors.toSet());
    }

    @Test
    void onlyOneDoorCanBeOpenedForAProgram() throws Exception {
        assertTrue(Door.availability().isAvailable());
        try (Door door = Door.open(ALL, new Told())) {
            DoorException failure = assertThrows(
                    DoorException.class, () -> door.<Door, DoorException>start(() -> Door.open(ALL, new Told())));
            assertEquals(Availability.Obstacle.ALREADY_TRACED, failure.obstacle());
            Availability inside = door.start(Door::availability);
            assertEquals(Availability.Obstacle.ALREADY_TRACED, inside.obstacle());
        }
    }

    @Test
    void whatAStarterThrowsComesToWhoStarts() throws Exception {
        try (Door door = Door.open(ALL, new Told())) {
            assertThrows(IOException.class, () -> door.start(() -> new ProcessBuilder("/nowhere/program").start()));
        }
    }
}
