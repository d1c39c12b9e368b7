// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.daemon;

import java.io.IOException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import org.portio.json.JsonFields;
import org.portio.json.JsonObject;
import org.portio.keeper.internal.protocol.Errors;
import org.portio.keeper.internal.protocol.Hello;
import org.portio.keeper.internal.protocol.LineChannel;

/** One client of the keeper, from its hello to its end. */
public final class Session {

    /** A request is small; the reserve is for notes in scripts that use many bytes for a character. */
    public static final int LONGEST_REQUEST = 64 * 1024;

    private static final Duration FOR_HELLO = Duration.ofSeconds(10);

    private final LineChannel lines;
    private final Desk desk;
    private final Runnable stop;
    private final long begin = System.nanoTime();
    private volatile long idleSince = begin;
    private volatile boolean known;
    private volatile boolean busy;
    private volatile Watcher watcher;

    /**
     * Creates one over the client's socket.
     *
     * @param stop what a client that asks the keeper to stop sets off
     */
    Session(SocketChannel client, Desk desk, Runnable stop) {
        this.lines = new LineChannel(client, LONGEST_REQUEST);
        this.desk = desk;
        this.stop = stop;
    }

    void run() {
        try {
            lines.write(desk.hello().json());
            Hello client = Hello.read(lines.read());
            known = true;
            while (true) {
                serve(client);
            }
        } catch (IOException _) {
            // The client has gone.
        } catch (OutOfMemoryError _) {
            // The system has no thread for what it asked: it is told by the end of the connection.
        } catch (IllegalArgumentException e) {
            refuse(Errors.misunderstood(e.getMessage()));
        } finally {
            abort();
            if (watcher != null) {
                watcher.close();
            }
        }
    }

    private void serve(Hello client) throws IOException {
        JsonFields request;
        try {
            request = JsonFields.parse(lines.read());
        } catch (LineChannel.LineTooLong e) {
            throw e;
        } catch (IllegalArgumentException e) {
            lines.write(Errors.misunderstood(e.getMessage()));
            return;
        }
        switch (name(request)) {
            case "stop" -> {
                lines.write(new JsonObject());
                stop.run();
            }
            case "status" -> lines.write(answer(request));
            default -> serve(client, request);
        }
    }

    /** Serves the request if the client speaks the same version of the protocol. */
    private void serve(Hello client, JsonFields request) throws IOException {
        if (!client.speaksOurs()) {
            lines.write(strange(client));
        } else if ("reservations.watch".equals(name(request))) {
            watch();
        } else {
            lines.write(answer(request));
        }
    }

    /** Answers the request; a client that does not read its answer counts as idle, and can be ended to make room. */
    private JsonObject answer(JsonFields request) {
        busy = true;
        try {
            return desk.answer(request);
        } finally {
            idleSince = System.nanoTime();
            busy = false;
        }
    }

    private static String name(JsonFields request) {
        try {
            return request.text("request");
        } catch (IllegalArgumentException _) {
            return "";
        }
    }

    /** Answers with what is seen, now and from now on. */
    private void watch() throws IOException {
        if (watcher != null) {
            lines.write(Errors.misunderstood("the connection is already watching"));
            return;
        }
        watcher = new Watcher(lines);
        watcher.start(desk.reservations());
    }

    private JsonObject strange(Hello client) {
        // All in the message: a client of protocol 1 reads no remedy.
        return Errors.failed(
                "the keeper of PortIO " + desk.hello().version() + " does not understand PortIO " + client.version()
                        + "; " + Errors.ANOTHER_KEEPER,
                "");
    }

    /** Says why, and closes the connection. */
    void refuse(JsonObject error) {
        try (lines) {
            lines.write(error);
        } catch (IOException _) {
            // The client has gone.
        }
    }

    /** Tells whether something is being done for it right now. */
    boolean isBusy() {
        return busy;
    }

    boolean isWatching() {
        return watcher != null;
    }

    /** Returns the {@link System#nanoTime()} since which nothing is done for it. */
    long idleSince() {
        return idleSince;
    }

    /** Tells whether it has not said in time who it is. */
    boolean isLate(long now) {
        return !known && now - begin > FOR_HELLO.toNanos();
    }

    /** The keeper ends: a watching client gets a message, any other one sees it. */
    void end() {
        if (watcher == null) {
            abort();
        } else {
            watcher.stopping();
        }
    }

    /** Waits for a client that must be told, up to a {@link System#nanoTime()}. */
    void awaitFarewell(long deadline) {
        if (watcher != null) {
            watcher.awaitLast(deadline);
        }
    }

    /** Closes the connection, whatever is on its way. */
    void abort() {
        try {
            lines.close();
        } catch (IOException _) {
            // It is of no use any more.
        }
    }
}
