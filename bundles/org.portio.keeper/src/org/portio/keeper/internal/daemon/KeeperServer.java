// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.daemon;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.UserPrincipal;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import jdk.net.ExtendedSocketOptions;
import org.portio.core.system.PrivateFiles;
import org.portio.keeper.internal.runtime.KeeperLog;
import org.portio.keeper.internal.runtime.SocketName;

/** The keeper's socket: each client of the same user gets a thread, every other one is turned away. */
final class KeeperServer implements AutoCloseable {

    private static final int BACKLOG = 256;
    private static final Duration FOR_FAREWELL = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofMillis(100);

    private final ServerSocketChannel server;
    private final Path socket;
    private final UserPrincipal user;
    private final Desk desk;
    private final KeeperLog log;
    private final Sessions sessions = new Sessions();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private boolean inTrouble;
    /** Lets clients in. */
    private Thread acceptor;

    private KeeperServer(ServerSocketChannel server, Path socket, UserPrincipal user, Desk desk, KeeperLog log) {
        this.server = server;
        this.socket = socket;
        this.user = user;
        this.desk = desk;
        this.log = log;
    }

    /**
     * Opens the socket and serves. Called with the keeper's lock in hand: a socket that is still there is that of a keeper
     * that was killed.
     */
    static KeeperServer open(Path socket, UserPrincipal user, Desk desk, KeeperLog log) throws IOException {
        Files.deleteIfExists(socket);
        ServerSocketChannel channel = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
        try {
            listen(channel, socket);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
        KeeperServer server = new KeeperServer(channel, socket, user, desk, log);
        server.acceptor = Thread.ofPlatform().name("portio-keeper").daemon().start(server::accept);
        return server;
    }

    /**
     * Gives the socket its name when it listens. A socket appears in the file system when it is bound, and for a moment
     * refuses every client, as if no keeper were running.
     */
    private static void listen(ServerSocketChannel channel, Path socket) throws IOException {
        Path unnamed = socket.resolveSibling("new");
        Files.deleteIfExists(unnamed);
        try (SocketName name = SocketName.of(unnamed)) {
            channel.bind(name.address(), BACKLOG);
            PrivateFiles.close(unnamed);
            Files.move(unnamed, socket, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private void accept() {
        while (server.isOpen()) {
            try {
                admit(server.accept());
                inTrouble = false;
            } catch (ClosedChannelException _) {
                return;
            } catch (IOException | RuntimeException | LinkageError e) {
                trouble(e);
            }
        }
    }

    /**
     * Handles trouble with a client: a lack of descriptors ends when an idle one has returned its own, or it is tried
     * again later.
     */
    private void trouble(Throwable e) {
        if (!inTrouble) {
            log.write("A client could not be accepted", e);
        }
        inTrouble = true;
        sessions.endIdlest();
        pause();
    }

    private static void pause() {
        try {
            Thread.sleep(AFTER_FAILURE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void admit(SocketChannel client) throws IOException {
        if (!isOurs(client)) {
            client.close();
            log.write("A connection of another user was rejected");
            return;
        }
        sessions.admit(new Session(client, desk, this::stop));
    }

    /**
     * The kernel says who connected. If it does not, for example on Windows, the directory is what keeps others out.
     */
    private boolean isOurs(SocketChannel client) throws IOException {
        return !client.supportedOptions().contains(ExtendedSocketOptions.SO_PEERCRED)
                || client.getOption(ExtendedSocketOptions.SO_PEERCRED).user().equals(user);
    }

    /** Makes {@link #awaitStop} return. */
    void stop() {
        stopped.countDown();
    }

    void awaitStop() throws InterruptedException {
        stopped.await();
    }

    /** Tells those who watch that this is on purpose. */
    @Override
    public void close() throws IOException {
        stop();
        server.close();
        awaitAcceptor();
        Files.deleteIfExists(socket);
        sessions.close(FOR_FAREWELL);
    }

    /** Waits until nobody is let in any more, and nothing about it is written to the log. */
    private void awaitAcceptor() {
        acceptor.interrupt();
        try {
            acceptor.join(FOR_FAREWELL);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
