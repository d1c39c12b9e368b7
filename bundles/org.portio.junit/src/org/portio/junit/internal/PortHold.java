// SPDX-License-Identifier: EPL-2.0
package org.portio.junit.internal;

import java.io.IOException;
import java.nio.channels.NetworkChannel;
import org.portio.core.Protocol;
import org.portio.junit.HandOver;

/** A port that is kept for a test, until it is closed. */
final class PortHold implements AutoCloseable {

    private final int port;
    private final Protocol protocol;
    private final HandOver way;
    private final Claim claim;
    /** The hold; null if it was given up. */
    private NetworkChannel socket;

    /** Reason why it is not handed over as it was asked for; empty if it is. */
    private String note = "";

    private boolean closed;

    /**
     * @param way not {@link HandOver#AUTO}
     * @param socket null if the port was released
     * @param claim ends with the hold
     */
    PortHold(int port, Protocol protocol, HandOver way, NetworkChannel socket, Claim claim) {
        this.port = port;
        this.protocol = protocol;
        this.way = way;
        this.socket = socket;
        this.claim = claim;
    }

    int port() {
        return port;
    }

    Protocol protocol() {
        return protocol;
    }

    HandOver way() {
        return way;
    }

    PortHold noted(String why) {
        note = why;
        return this;
    }

    /** Returns whether a socket of this hold has the port. */
    synchronized boolean isBound() {
        return socket != null;
    }

    /** Gives the port up, for somebody who is about to bind it. */
    synchronized void letGo() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    /** Takes the port again with a socket from this maker, which gives null if it cannot be had. */
    synchronized void takeAgain(Maker maker) throws IOException {
        if (!closed && socket == null) {
            socket = maker.bind(protocol, port);
        }
    }

    /** Binds sockets. */
    @FunctionalInterface
    interface Maker {
        NetworkChannel bind(Protocol protocol, int port) throws IOException;
    }

    @Override
    public synchronized void close() throws IOException {
        closed = true;
        letGo();
        if (way == HandOver.ANY) {
            Doorway.ofThisProcess().remove(this);
        }
        claim.close();
    }

    /** Returns text such as {@code TCP 18231 by latch}. */
    @Override
    public String toString() {
        return protocol + " " + port + " by " + way.label() + (note.isEmpty() ? "" : ", since " + note);
    }
}
