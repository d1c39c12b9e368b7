// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.util.Optional;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads the sockets of this machine. Any bundle may publish one as an OSGi service; the one with the highest
 * {@code service.ranking} that is {@link #isAvailable()} is used.
 */
@ConsumerType
public interface ConnectionSource {

    /** Short name for logs and for the user, as in {@code oshi}. */
    String name();

    /** Returns whether it works on this machine. Asked once, before the first snapshot. */
    boolean isAvailable();

    /**
     * Takes a snapshot. Called from one thread at a time, never from the UI's.
     *
     * @throws ConnectionException when the system refuses; the message says what to do
     */
    Snapshot read() throws ConnectionException;

    /**
     * Takes a snapshot in which only the TCP listeners are read anew, at far less than the cost of all; the other sockets are
     * those of the snapshot before, which was taken on the same object. Empty if the source cannot do that, or has taken none yet.
     * Called as {@link #read()} is.
     *
     * @throws ConnectionException when the system refuses
     */
    @SuppressWarnings("unused") // The exception is for those who can.
    default Optional<Snapshot> readListeners() throws ConnectionException {
        return Optional.empty();
    }

    /**
     * Asks for more about one socket of a snapshot; empty if the source cannot tell, or the socket has gone. Called
     * from any thread.
     *
     * @throws ConnectionException when the system refuses; the message says what to do
     */
    @SuppressWarnings("unused") // Parameter and exception are for those who can tell.
    default Optional<SocketDetails> details(Connection connection) throws ConnectionException {
        return Optional.empty();
    }

    /** Takes the measurements of TCP on connections. */
    @FunctionalInterface
    interface MetricsSink {

        /**
         * Takes those on one connection.
         *
         * @param platformKey that of the connection
         * @param received payload in bytes, from its beginning; -1 if the system does not tell, as for the others
         * @param sent payload in bytes
         * @param roundTrip smoothed, in microseconds
         * @param retransmissions segments that were sent more than once
         */
        void accept(long platformKey, long received, long sent, long roundTrip, long retransmissions);
    }

    /**
     * Tells what TCP has measured on all connections of this network namespace, in one go; nothing if the source cannot tell.
     * It costs more than a snapshot, and is asked only while somebody looks at it. Called from any thread.
     *
     * @throws ConnectionException when the system refuses; the message says what to do
     */
    @SuppressWarnings("unused") // Parameter and exception are for those who can tell.
    default void measure(MetricsSink sink) throws ConnectionException {
        // It cannot.
    }

    /**
     * Closes one TCP connection without ending its process, both ends of it (RFC 9293, abort), and makes sure that it is
     * gone. Called from any thread.
     *
     * @return false if it had gone already
     * @throws ConnectionException of kind PERMISSION if the privileges do not suffice; the message says what to do
     * @throws ConnectionException when the system cannot do it; the message says why
     */
    @SuppressWarnings("unused") // The parameter is for those who can.
    default boolean close(Connection connection) throws ConnectionException {
        throw new ConnectionException("the source '" + name() + "' cannot close connections");
    }

    /**
     * Begins to watch for signs of change, so that snapshots are taken when something happened rather than again and
     * again; empty if the source cannot tell, and snapshots are taken at a fixed rate. Called as {@link #read()} is.
     *
     * @throws ConnectionException when the system refuses
     */
    @SuppressWarnings("unused") // The exception is for those who can tell.
    default Optional<ChangeSigns> signs() throws ConnectionException {
        return Optional.empty();
    }

    /** Returns whether {@link #readAllNamespaces()} works with this source; whether the rights suffice only trying shows. */
    default boolean supportsNamespaces() {
        return false;
    }

    /**
     * Takes a snapshot of the sockets of all network namespaces of this machine, those of containers among them. Called
     * as {@link #read()} is.
     *
     * @throws ConnectionException of kind PERMISSION if the privileges do not suffice; the message says what to do
     * @throws ConnectionException when the system refuses otherwise
     */
    default Snapshot readAllNamespaces() throws ConnectionException {
        throw new ConnectionException("the source '" + name() + "' does not see other network namespaces");
    }
}
