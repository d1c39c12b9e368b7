// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Programs that serve a port, each in its own way, and a client for them. */
public final class Servers {

    private static final String PYTHON = "/usr/bin/python3";

    private static final String TCP = """
        import socket, sys
        s = socket.socket(socket.AF_INET6)
        s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 0)
        if sys.argv[2] == 'True':
            s.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        s.bind(('::', int(sys.argv[1])))
        s.listen()
        while True:
            c, _ = s.accept()
            c.sendall(b'served')
            c.close()
        """;

    private static final String UDP = """
        import socket, sys
        s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        s.bind(('0.0.0.0', int(sys.argv[1])))
        s.recvfrom(1)
        """;

    /** Serves this many clients on the passed socket, and ends with the given exit code. */
    private static final String PASSED = """
        import os, socket, sys
        assert os.environ['LISTEN_FDS'] == '1' and int(os.environ['LISTEN_PID']) == os.getpid()
        assert os.environ['LISTEN_FDNAMES'] == sys.argv[1], os.environ['LISTEN_FDNAMES']
        others = [fd for fd in os.listdir('/proc/self/fd') if int(fd) > 3 and os.path.exists('/proc/self/fd/' + fd)]
        assert not others, [os.readlink('/proc/self/fd/' + fd) for fd in others]
        s = socket.socket(fileno=3)
        for _ in range(int(sys.argv[2])):
            c, _ = s.accept()
            c.sendall(b'served')
            c.close()
        sys.exit(int(sys.argv[3]))
        """;

    /** Serves one client on the passed socket, and has it end the connection: so nothing of that stays at the port. */
    private static final String PASSED_ONCE = """
        import socket
        c, _ = socket.socket(fileno=3).accept()
        c.sendall(b'served')
        c.recv(1)
        """;

    private Servers() {}

    /** Returns one that serves until it is ended. */
    public static List<String> command(int port, boolean reuse) {
        return List.of(PYTHON, "-c", TCP, String.valueOf(port), reuse ? "True" : "False");
    }

    public static List<String> udp(int port) {
        return List.of(PYTHON, "-c", UDP, String.valueOf(port));
    }

    /** Returns a script that takes its socket from its parent; its text identifies it. */
    static List<String> passed(Path folder, int port, int clients, int exit) throws IOException {
        Path script = folder.resolve("passed.py");
        Files.writeString(script, PASSED);
        return List.of(PYTHON, script.toString(), "tcp-" + port, String.valueOf(clients), String.valueOf(exit));
    }

    /** Returns a script that takes its socket from its parent, and serves one client that is to end the connection. */
    static List<String> passedOnce(Path folder) throws IOException {
        Path script = folder.resolve("once.py");
        Files.writeString(script, PASSED_ONCE);
        return List.of(PYTHON, script.toString());
    }

    /** Returns whether this port's server answers; ends the connection itself. */
    static boolean answersAndLetsGo(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(20_000);
            return new String(socket.getInputStream().readNBytes(6), StandardCharsets.US_ASCII).equals("served");
        } catch (IOException _) {
            return false;
        }
    }

    /** Waits for the answer of this port's server, and returns it. */
    public static String ask(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5000);
            socket.setSoTimeout(20_000);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }

    /** Returns whether somebody takes a connection. */
    static boolean accepts(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 5000);
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    public static boolean answers(int port) {
        try {
            return ask(port).equals("served");
        } catch (IOException _) {
            return false;
        }
    }

    /** Accepts a connection on this descriptor of a listening socket, and closes it before its client does. */
    public static void acceptAndClose(int descriptor, int port) throws Exception {
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), port)) {
            acceptAndClose(descriptor, client);
        }
    }

    /** Accepts the connection of this client, and closes it before the client does. */
    public static void acceptAndClose(int descriptor, Socket client) throws Exception {
        ValueLayout.OfInt word = ValueLayout.JAVA_INT;
        int accepted =
                call("accept", FunctionDescriptor.of(word, word, ValueLayout.ADDRESS, ValueLayout.ADDRESS), descriptor);
        call("close", FunctionDescriptor.of(word, word), accepted);
        if (client.getInputStream().read() != -1) {
            throw new IOException("the connection did not end");
        }
    }

    private static int call(String function, FunctionDescriptor shape, int descriptor) throws Exception {
        Linker linker = Linker.nativeLinker();
        var handle = linker.downcallHandle(linker.defaultLookup().findOrThrow(function), shape);
        Object[] arguments = shape.argumentLayouts().size() == 1
                ? new Object[] {descriptor}
                : new Object[] {descriptor, MemorySegment.NULL, MemorySegment.NULL};
        try {
            int result = (int) handle.invokeWithArguments(arguments);
            if (result < 0) {
                throw new IOException(function + " failed");
            }
            return result;
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException(e);
        }
    }
}
