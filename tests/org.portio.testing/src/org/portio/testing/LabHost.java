// SPDX-License-Identifier: EPL-2.0
package org.portio.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.portio.core.system.CommandRunner;

/** A machine of a {@link Lab}: runs commands there, and connects and listens there from this very process. */
public final class LabHost implements CommandRunner {

    /** The result of an attempt to connect. */
    public enum Outcome {
        CONNECTED,
        REFUSED,
        TIMED_OUT
    }

    /** Long enough for an answer on a busy machine; a test waits this long if nothing comes. */
    private static final int PATIENCE_MILLIS = 3000;
    /** Enough that none of many simultaneous connections has to wait. */
    private static final int BACKLOG = 1024;
    /** Below the ports that the kernel gives out by itself, and enough for all connections of a test. */
    private static final int FIRST_OWN_PORT = 28000;

    private static final int OWN_PORTS = 4000;

    private final String namespace;
    private final String address;
    private final String address6;
    private final AtomicInteger opened = new AtomicInteger();

    LabHost(String namespace, String address, String address6) {
        this.namespace = namespace;
        this.address = address;
        this.address6 = address6;
    }

    /** Returns its name for {@code ip netns}. */
    public String namespace() {
        return namespace;
    }

    public String address() {
        return address;
    }

    public String address6() {
        return address6;
    }

    @Override
    public Result run(List<String> command, String input, Duration limit) throws IOException {
        List<String> all = new ArrayList<>(List.of("nsenter", "--net=/run/netns/" + namespace));
        all.addAll(command);
        return CommandRunner.ofSystem().run(all, input, limit);
    }

    /** Returns what a shell there writes for this line, including its messages. */
    public String sh(String line) throws IOException {
        Result result = run(List.of("sh", "-c", line), "", Duration.ofSeconds(30));
        if (result.exitCode() != 0) {
            throw new IOException(line + ": " + result.out() + result.err());
        }
        return result.out() + result.err();
    }

    /** Runs something in a thread that lives in this machine's network: sockets that it opens stay there. */
    public <T> T call(NetworkNamespace.Work<T> work) throws IOException {
        return NetworkNamespace.call(namespace, work);
    }

    public boolean connects(String to, int port) {
        return connect(to, port) == Outcome.CONNECTED;
    }

    /** Tries a TCP connection from here, for a few seconds at most. */
    public Outcome connect(String to, int port) {
        try {
            return call(() -> {
                try (Socket _ = open(to, port)) {
                    return Outcome.CONNECTED;
                } catch (SocketTimeoutException _) {
                    return Outcome.TIMED_OUT;
                } catch (ConnectException _) {
                    return Outcome.REFUSED;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Opens a TCP connection from here, within a few seconds. */
    public Socket open(String to, int port) throws IOException {
        return open(to, port, Duration.ofMillis(PATIENCE_MILLIS));
    }

    /**
     * Opens a TCP connection from here; it, and each read from it, waits so long at most. It comes from a port that none before it
     * came from: the kernel remembers a refused connection for two minutes, and does not ask NAT rules about another one
     * between the same two ports.
     */
    public Socket open(String to, int port, Duration patience) throws IOException {
        return open(FIRST_OWN_PORT + opened.getAndIncrement() % OWN_PORTS, to, port, patience);
    }

    /** Opens a TCP connection from this port. */
    public Socket open(int from, String to, int port, Duration patience) throws IOException {
        int millis = Math.toIntExact(patience.toMillis());
        return call(() -> {
            Socket socket = new Socket();
            try {
                socket.bind(new InetSocketAddress(from));
                socket.connect(new InetSocketAddress(InetAddress.getByName(to), port), millis);
                socket.setSoTimeout(millis);
                return socket;
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        });
    }

    /** Sends a byte over the connection, and returns whether it comes back from one that {@link #listen}s. */
    public static boolean echoes(Socket socket) {
        try {
            socket.getOutputStream().write('x');
            return socket.getInputStream().read() == 'x';
        } catch (IOException _) {
            return false;
        }
    }

    /** Sends a UDP datagram from here, and returns how one that {@link #listen}s there answered. */
    public Outcome datagram(String to, int port) {
        try {
            return call(() -> {
                try (DatagramSocket socket = new DatagramSocket()) {
                    socket.setSoTimeout(PATIENCE_MILLIS);
                    socket.connect(InetAddress.getByName(to), port);
                    DatagramPacket packet = new DatagramPacket(new byte[] {'x'}, 1);
                    socket.send(packet);
                    socket.receive(packet);
                    return Outcome.CONNECTED;
                } catch (SocketTimeoutException _) {
                    return Outcome.TIMED_OUT;
                } catch (SocketException _) {
                    return Outcome.REFUSED;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Listens here on these ports, TCP and UDP, on both families, and sends back what comes, until it is closed. */
    public AutoCloseable listen(int... ports) throws IOException {
        Echo echo = new Echo();
        for (int port : ports) {
            call(() -> {
                echo.serve(new ServerSocket(port, BACKLOG));
                echo.serve(new DatagramSocket(port));
                return null;
            });
        }
        return echo;
    }
}
