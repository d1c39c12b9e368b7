// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.portio.core.system.Subscription;

/**
 * The ports that are kept for this user. What is reserved is on the disk when a call returns, and stays reserved until it
 * is released, through restarts of PortIO and of the machine. Calls may come from several threads; none from the UI's.
 */
@ProviderType
public interface Reservations {

    /** Returns all there are, by port. */
    List<ReservationStatus> list() throws ReservationException;

    /**
     * Reserves a port and holds it. Reserving again what is reserved changes its executable, note and ways; for a test run it
     * changes nothing if it is not the run's own.
     *
     * @throws ReservationException {@code TAKEN} and by whom if another socket has it, {@code PERMISSION} if it may not
     * be     bound, {@code INVALID} if the address is not local or the executable not there; nothing is reserved then
     */
    ReservationStatus reserve(Reservation reservation) throws ReservationException;

    /**
     * Gives a port up, and undoes what reserving it changed besides.
     *
     * @return how it stood
     * @throws ReservationException {@code UNKNOWN} if it is not reserved
     */
    ReservationStatus release(PortKey key) throws ReservationException;

    /** Tries at once to hold a port that is in conflict, denied or unproven, and returns its state. */
    ReservationStatus retry(PortKey key) throws ReservationException;

    /**
     * Begins a hand-over. To be followed by {@link #started}, or by {@link #giveBack} if the program does not start;
     * if neither comes within ten seconds, the port is held again.
     *
     * @param way not {@link HandOver#AUTO}
     * @param receiver for {@link HandOver#DESCRIPTOR}, the datagram socket in the file system that gets the descriptor
     */
    void lend(PortKey key, HandOver way, Path receiver) throws ReservationException;

    /**
     * During a hand-over by {@link HandOver#ANY}: gives the socket of a program that binds so, which can listen at once.
     *
     * @param receiver the datagram socket in the file system that gets the descriptor
     * @throws ReservationException {@code CONFLICT} if the program, or somebody else, already listens on an address of it
     */
    void handOut(PortKey key, SocketShape shape, Path receiver) throws ReservationException;

    /**
     * During a hand-over by {@link HandOver#ANY}: tells that the program has closed what it was handed out, so clients are to be
     * refused. Nothing changes if a process has it open that neither holds the port nor started the program.
     */
    void recall(PortKey key) throws ReservationException;

    /**
     * Tells which process the port is lent to. When that process ends, the port is held again. By {@link HandOver#ANY} it is told
     * twice, first the process that starts the program; the port is held again when both have ended.
     */
    void started(PortKey key, long pid) throws ReservationException;

    /**
     * Waits until it is seen who listens on a lent port, and closes the latch.
     *
     * @return the status; its detail says whether the borrower or one of its children listens, somebody else does, or nobody
     *     within the limit
     */
    ReservationStatus awaitListener(PortKey key, Duration limit) throws ReservationException;

    /** Ends a hand-over and holds the port again; returns its state then. */
    ReservationStatus giveBack(PortKey key) throws ReservationException;

    /** Tells the listener how they stand, now and after each change. Closing the result ends it. */
    Subscription watch(ReservationListener listener);
}
