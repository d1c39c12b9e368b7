// SPDX-License-Identifier: EPL-2.0
package org.portio.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Tests what a program finds after its call was answered in another way than it asked. */
@EnabledOnOs(OS.LINUX)
class AnswerTest {

    private static final Set<CallKind> ALL = EnumSet.allOf(CallKind.class);

    @Test
    void aBindElsewhereSucceedsThoughThePortIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            int port = other.getLocalPort();
            Told told = new Told(
                    call -> call.kind() == CallKind.BIND && call.address().getPort() == port
                            ? new Answer.Elsewhere(0)
                            : Answer.PROCEED);
            try (Door door = Door.open(ALL, told)) {
                int got = Integer.parseInt(Program.python(
                        door, "print(socket.create_server(('127.0.0.1', int(sys.argv[1]))).getsockname()[1])", port));
                assertNotEquals(port, got);
                assertEquals(got, told.only(CallKind.BIND).bound().getPort());
                assertEquals(port, told.only(CallKind.BIND).call().address().getPort());
            }
        }
    }

    @Test
    void connectionsFollowElsewhereWhetherTheyWaitOrNot() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getByName("127.0.0.1"))) {
            Told told = new Told(_ -> new Answer.Elsewhere(server.getLocalPort()));
            try (Door door = Door.open(Set.of(CallKind.CONNECT), told)) {
                String output = Program.python(door, """
                    import select
                    waiting = socket.create_connection(('127.0.0.1', 9))
                    quick = socket.socket()
                    quick.setblocking(False)
                    quick.connect_ex(('127.0.0.1', 9))
                    select.select([], [quick], [])
                    datagram = socket.socket(type=socket.SOCK_DGRAM)
                    datagram.connect(('127.0.0.1', 9))
                    print(waiting.getpeername()[1], quick.getpeername()[1], datagram.getpeername()[1])
                    """);
                int port = server.getLocalPort();
                assertEquals(port + " " + port + " " + port, output);
            }
        }
    }

    @Test
    void aRefusedConnectionElsewhereIsRefused() throws Exception {
        int unused;
        try (ServerSocket free = new ServerSocket(0)) {
            unused = free.getLocalPort();
        }
        try (Door door = Door.open(Set.of(CallKind.CONNECT), new Told(_ -> new Answer.Elsewhere(unused)))) {
            assertEquals("ConnectionRefusedError", Program.python(door, """
                try:
                    socket.create_connection(('127.0.0.1', 9))
                except OSError as failure:
                    print(type(failure).__name__)
                """));
        }
    }

    @Test
    void aProgramThatMayNotBindALowPortStillMayNot() throws Exception {
        Told told = new Told();
        try (Door door = Door.open(ALL, told)) {
            assertEquals("PermissionError", Program.python(door, """
                if os.getuid() == 0:
                    os.setgid(65534)
                    os.setuid(65534)
                try:
                    socket.socket().bind(('127.0.0.1', 81))
                except OSError as failure:
                    print(type(failure).__name__)
                """));
            assertEquals(Errno.UNKNOWN, told.only(CallKind.BIND).errno());
        }
    }

    @Test
    void aGivenSocketListensAndServesUnderTheProgramsOwnNumber() throws Exception {
        try (HeldSocket held = new HeldSocket();
                Door door = Door.open(ALL, held.handler())) {
            assertEquals("hello", Program.python(door, """
                server = socket.create_server(('127.0.0.1', int(sys.argv[1])))
                client = socket.create_connection(server.getsockname())
                server.accept()[0].sendall(b'hello')
                print(client.recv(9).decode())
                """, held.port()));
            assertEquals(held.port(), held.told().only(CallKind.BIND).bound().getPort());
            assertEquals(Errno.NONE, held.told().only(CallKind.LISTEN).errno());
        }
    }

    @Test
    void optionsThatTheProgramSetBeforeAreAsItSetThem() throws Exception {
        String script = """
            server = socket.socket()
            options = [(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1), (socket.SOL_SOCKET, socket.SO_PRIORITY, 5),
                       (socket.SOL_SOCKET, socket.SO_RCVBUF, 20000), (socket.SOL_SOCKET, socket.SO_SNDBUF, 30000),
                       (socket.IPPROTO_TCP, socket.TCP_NODELAY, 1), (socket.IPPROTO_TCP, socket.TCP_KEEPIDLE, 77),
                       (socket.IPPROTO_TCP, socket.TCP_DEFER_ACCEPT, 3), (socket.IPPROTO_TCP, socket.TCP_MAXSEG, 900),
                       (socket.IPPROTO_TCP, socket.TCP_USER_TIMEOUT, 4321), (socket.IPPROTO_IP, socket.IP_TOS, 16)]
            if len(sys.argv) > 2:
                for option in options:
                    server.setsockopt(*option)
                server.setblocking(False)
            server.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            server.bind(('127.0.0.1', int(sys.argv[1])))
            server.listen()
            print([server.getsockopt(*option[:2]) for option in options], os.get_blocking(server.fileno()),
                  server.getsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR))
            """;
        String alone;
        String plain;
        try (Door door = Door.open(ALL, new Told())) {
            alone = Program.python(door, script, 0, "set");
            plain = Program.python(door, script, 0);
        }
        try (HeldSocket held = new HeldSocket();
                Door door = Door.open(ALL, held.handler())) {
            assertEquals(alone, Program.python(door, script, held.port(), "set"));
        }
        try (HeldSocket held = new HeldSocket();
                Door door = Door.open(ALL, held.handler())) {
            assertEquals(plain, Program.python(door, script, held.port()));
        }
    }

    @Test
    void allNumbersOfASocketAreReplacedAndCloseAsTheyWould() throws Exception {
        try (HeldSocket held = new HeldSocket();
                Door door = Door.open(ALL, held.handler())) {
            assertEquals("[False, True] 1", Program.python(door, """
                server = socket.socket()
                other = os.dup(server.fileno())
                os.set_inheritable(other, True)
                server.bind(('127.0.0.1', int(sys.argv[1])))
                server.listen()
                links = {os.readlink('/proc/self/fd/%d' % number) for number in (server.fileno(), other)}
                print([os.get_inheritable(number) for number in (server.fileno(), other)], len(links))
                """, held.port()));
        }
    }

    @Test
    void aSocketThatIsWatchedBeforeItIsBoundIsWatchedAfterwards() throws Exception {
        try (HeldSocket held = new HeldSocket();
                Door door = Door.open(ALL, held.handler())) {
            assertEquals("True [] 1", Program.python(door, """
                import select
                server = socket.socket()
                watch = select.epoll()
                watch.register(server.fileno(), select.EPOLLIN | select.EPOLLET)
                server.bind(('127.0.0.1', int(sys.argv[1])))
                server.listen()
                client = socket.create_connection(server.getsockname())
                seen = watch.poll(10) == [(server.fileno(), select.EPOLLIN)]
                watch.modify(server.fileno(), select.EPOLLIN)
                server.accept()
                quiet = watch.poll(0)
                watch.unregister(server.fileno())
                print(seen, quiet, 1)
                """, held.port()));
        }
    }

    @Test
    void aProgramMayDropItsRightsBeforeItIsGivenASocket() throws Exception {
        try (HeldSocket held = new HeldSocket();
                Door door = Door.open(ALL, held.handler())) {
            assertEquals("done", Program.python(door, """
                if os.getuid() == 0:
                    os.setgid(65534)
                    os.setuid(65534)
                socket.create_server(('127.0.0.1', int(sys.argv[1])))
                print('done')
                """, held.port()));
            assertTrue(held.told().results().stream().anyMatch(result -> result.errno() == Errno.NONE));
            assertEquals(
                    List.of(held.port()),
                    held.told().of(CallKind.LISTEN).stream()
                            .map(result -> result.bound().getPort())
                            .toList());
        }
    }
}
