// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.daemon;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.portio.core.system.ActionLog;
import org.portio.core.system.FileFailure;
import org.portio.keeper.KeeperException;
import org.portio.keeper.LostServer;
import org.portio.keeper.internal.client.Finder;
import org.portio.keeper.internal.client.KeeperConnection;
import org.portio.keeper.internal.lost.ServerBook;
import org.portio.keeper.internal.protocol.Hello;
import org.portio.keeper.internal.runtime.KeeperLock;
import org.portio.keeper.internal.runtime.KeeperLog;
import org.portio.keeper.internal.runtime.Owner;
import org.portio.keeper.internal.runtime.RuntimeDirectories;
import org.portio.keeper.internal.runtime.RuntimeDirectory;
import org.portio.reservation.ReservationException;

/** The life of a keeper: from the lock to the last socket. */
public final class KeeperRun {

    /** The time that the end of the process waits for holds and servers to be given up. */
    private static final int SECONDS_TO_END = 10;

    private static final int EXIT_FAILED = 70;

    private final RuntimeDirectories directories;
    private final Hello hello;
    private final Engines.Opener opener;
    private final KeeperLog log;

    public KeeperRun(RuntimeDirectories directories, String version, Engines.Opener opener) {
        this.directories = directories;
        this.hello = Hello.ofThisProcess(version);
        this.opener = opener;
        this.log = new KeeperLog(directories.places());
    }

    /**
     * Serves until somebody says stop, or the process is to end. Returns at once if a keeper runs here already; one in another
     * network namespace is no keeper for this one.
     */
    public void serve() throws KeeperException {
        Thread.setDefaultUncaughtExceptionHandler(this::failed);
        try {
            Finder finder = new Finder(directories, hello);
            RuntimeDirectory directory = directories.open(finder.me());
            Optional<KeeperLock> lock = runsHere(finder) ? Optional.empty() : KeeperLock.take(directory.lock());
            if (lock.isEmpty()) {
                log.write("A keeper is already running; no second one was started");
                return;
            }
            try (KeeperLock _ = lock.get()) {
                serve(directory, finder.me());
            }
        } catch (KeeperException e) {
            log.write(e.getMessage());
            throw e;
        } catch (ReservationException e) {
            log.write("The keeper could not start or end", e);
            throw new KeeperException(e.failure(), e);
        } catch (IOException e) {
            log.write("The keeper could not start or end", e);
            throw new KeeperException(FileFailure.text(e), e);
        }
    }

    private boolean runsHere(Finder finder) throws KeeperException {
        Optional<KeeperConnection> running = finder.connect();
        if (running.isEmpty()) {
            return false;
        }
        try (KeeperConnection connection = running.get()) {
            Hello keeper = connection.keeper();
            if (!keeper.sharesNetwork(hello)) {
                throw new KeeperException(
                        "no keeper was started: yours (process " + keeper.pid()
                                + ") is running in another network namespace (" + keeper.network()
                                + ") than this command ("
                                + hello.network() + ")",
                        "give this namespace a keeper of its own: PORTIO_HOME=DIRECTORY portio keeper serve");
            }
            return true;
        }
    }

    /**
     * Ends the process if Java itself has failed, such as for want of memory: what started it starts it again, while one that
     * lives on without some of its threads holds ports and never answers. PortIO's launcher asks the same of Java.
     */
    private void failed(Thread thread, Throwable failure) {
        if (failure instanceof VirtualMachineError) {
            try {
                log.write("The keeper gives up, to be started again", failure);
            } finally {
                // Also if there is not even the memory to say so.
                Runtime.getRuntime().halt(EXIT_FAILED);
            }
        }
        log.write("The thread " + thread.getName() + " has failed", failure);
    }

    private void serve(RuntimeDirectory directory, Owner me) throws IOException, ReservationException {
        Notes notes = new Notes(ActionLog.of(directories.places()), log);
        CountDownLatch ended = new CountDownLatch(1);
        try (Engines engines = opener.open()) {
            engines.reports().forEach(log::write);
            ServerBook book = new ServerBook(directories.places().state());
            tellOfLost(book, notes);
            NotedReservations reservations = new NotedReservations(engines.reservations(), engines.servers(), notes);
            try (ServersOnHolds onHolds = new ServersOnHolds(engines.servers(), engines.reservations(), notes)) {
                NotedServers servers = new NotedServers(onHolds, book, log);
                Desk desk = new Desk(reservations, servers, engines.companions(), hello, log);
                try (KeeperServer server = KeeperServer.open(directory.socket(), me.user(), desk, log)) {
                    log.write("The keeper of PortIO " + hello.version() + " runs as process " + hello.pid());
                    if (awaitEnd(server, ended)) {
                        servers.note(book::forgetRunning);
                    }
                }
            }
            log.write("The keeper ends");
        } finally {
            ended.countDown();
        }
    }

    private void tellOfLost(ServerBook book, Notes notes) {
        try {
            for (LostServer lost : book.takeOver()) {
                notes.write(
                        "lost-server",
                        lost.text(),
                        "ended with its keeper; started again by: portio " + lost.command(Instant.now()));
            }
        } catch (IOException e) {
            log.write("Could not read which servers were running", e);
        }
    }

    /**
     * Serves until it is told to stop, or the system tells the process to end: then that waits for what is closed here.
     * Returns whether it was told to.
     */
    private static boolean awaitEnd(KeeperServer server, CountDownLatch ended) {
        Thread hook = new Thread(() -> {
            server.stop();
            try {
                ended.await(SECONDS_TO_END, TimeUnit.SECONDS);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        });
        Runtime.getRuntime().addShutdownHook(hook);
        try {
            server.awaitStop();
            return Runtime.getRuntime().removeShutdownHook(hook);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } catch (IllegalStateException _) {
            // The process is ending already.
            return false;
        }
    }
}
