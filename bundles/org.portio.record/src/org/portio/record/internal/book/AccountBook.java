// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portio.core.Connection;
import org.portio.core.Delta;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.event.SocketEnded;
import org.portio.core.event.SocketEnded.Reach;
import org.portio.core.event.SocketStateChanged;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.RecordException;
import org.portio.record.Role;

/**
 * Merges what is learnt of sockets into one account of each, by the kernel's number of it. Knows no clock and no kernel; for one
 * thread.
 */
public final class AccountBook {

    /** More sockets than any machine has open; what comes on top is given up. */
    private static final int MOST = 1 << 20;
    /** Ended ones that a snapshot which was taken before may still show. */
    private static final int MOST_ENDED = 1 << 16;

    private final Instant start;
    private final boolean hearsEnds;
    private final Naming naming;
    private final Sink sink;
    private final Map<Object, Life> lives = new HashMap<>();
    private final Set<Life> missing = new HashSet<>();
    /** Sockets that no snapshot has any more, but that a process still has, such as a connection that was reset. */
    private final Bounded<Object, Life> cutOff = new Bounded<>(MOST_ENDED);

    private final Bounded<Object, Boolean> ended = new Bounded<>(MOST_ENDED);
    private final Listeners listeners = new Listeners();
    private final Traces traces = new Traces();
    private final Sightings sightings = new Sightings();
    private final Latecomers latecomers = new Latecomers();
    private long nextId;
    private long seen;
    private long givenUp;

    /**
     * Opens one.
     *
     * @param start when the kernel's counters were read first; its accounts are numbered from there on
     * @param hearsEnds whether every end is told by {@link #ended}
     */
    public AccountBook(Instant start, boolean hearsEnds, Naming naming, Sink sink) {
        this.start = Ages.micros(start);
        this.hearsEnds = hearsEnds;
        this.naming = naming;
        this.sink = sink;
        nextId = start.getEpochSecond() * 1_000_000 + start.getNano() / 1000;
    }

    /** Returns how many of the TCP connections that were opened since the start have an account. */
    public long seen() {
        return seen;
    }

    /** Returns how much was given up because there was too much of it. */
    public long givenUp() {
        return givenUp + cutOff.forgotten();
    }

    /** Takes in a snapshot that came at this time, and how it differs from the one before. */
    public void snapshot(Snapshot snapshot, Delta delta, Instant arrival) throws RecordException {
        Instant now = Ages.micros(arrival);
        boolean isFirst = sightings.isFirst();
        sightings.add(snapshot, now);
        Set<Object> still = new HashSet<>();
        for (Connection row : Rows.listenersFirst(delta.opened())) {
            still.add(Rows.key(row));
            appeared(row, now, isFirst);
        }
        closeLongMissing();
        for (Delta.Change change : delta.changed()) {
            changed(change.after(), now);
        }
        for (Connection row : delta.closed()) {
            Life life = still.contains(Rows.key(row)) ? null : lives.get(Rows.key(row));
            if (life != null) {
                disappeared(life, now);
            }
        }
        for (Life late : latecomers.decide(listeners)) {
            tell(late);
        }
    }

    private void appeared(Connection row, Instant now, boolean isFirst) throws RecordException {
        Object key = Rows.key(row);
        Life life = lives.get(key);
        if (life != null) {
            missing.remove(life);
            life.found();
            changed(row, now);
        } else if (!ended.containsKey(key) && !((hearsEnds || isFirst) && Rows.isLeftover(row))) {
            cutOff.remove(key);
            begin(key, row, now, isFirst);
        }
    }

    private void begin(Object key, Connection row, Instant now, boolean isFirst) throws RecordException {
        if (lives.size() >= MOST) {
            givenUp++;
            return;
        }
        Life life = new Life(nextId++, row, new Moment(isFirst ? Instant.MIN : earliest(now), now, Evidence.SNAPSHOT));
        lives.put(key, life);
        if (isFirst && Life.isOpen(row.state())) {
            life.count();
        }
        learn(life);
        if (row.state() == TcpState.TIME_WAIT) {
            count(life);
            close(key, life, now);
        } else {
            tell(life);
        }
    }

    private Instant earliest(Instant now) {
        return sightings.before().isAfter(now) ? now : sightings.before();
    }

    /** Finds out what follows from its row: its part, whether it counts, its owners' names and directories. */
    private void learn(Life life) {
        Connection row = life.connection();
        Role role = Roles.of(row, listeners);
        if (role.compareTo(life.role()) > 0 && !(life.role() == Role.INCOMING || life.role() == Role.OUTGOING)) {
            life.set(role);
        }
        if (role == Role.LISTENING) {
            listeners.add(life);
        }
        if (Life.isOpen(row.state())) {
            count(life);
        }
        if (!row.owners().isEmpty()) {
            List<ProcessInfo> named = naming.named(row.owners());
            if (!named.equals(row.owners())) {
                life.set(row.with().owners(named, Ownership.KNOWN).build());
            }
            life.set(naming.directories(named));
        }
    }

    private void count(Life life) {
        if (life.isTcp() && life.count()) {
            seen++;
        }
    }

    private void changed(Connection row, Instant now) throws RecordException {
        Object key = Rows.key(row);
        Life life = lives.get(key);
        if (life == null) {
            return;
        }
        if (Rows.isAnotherConnection(life.connection(), row)) {
            close(key, life, now);
            begin(key, row, now, false);
            return;
        }
        boolean isNews = life.update(row);
        if (row.state() == TcpState.TIME_WAIT) {
            disappeared(life, now);
        } else if (isNews) {
            if (Rows.isLeftover(row)) {
                life.doubt(sightings.before());
            }
            learn(life);
            tell(life);
        }
    }

    /** The news of its end may be under way; otherwise, the socket may still be there, but without a port. */
    private void disappeared(Life life, Instant now) throws RecordException {
        life.miss(sightings.before(), now);
        if (hearsEnds && life.connection().platformKey() != 0) {
            missing.add(life);
        } else {
            close(Rows.key(life.connection()), life, now);
        }
    }

    private void closeLongMissing() throws RecordException {
        for (Life life : List.copyOf(missing)) {
            Object key = Rows.key(life.connection());
            close(key, life, life.missed());
            cutOff.put(key, life);
        }
    }

    private void close(Object key, Life life, Instant now) throws RecordException {
        lives.remove(key);
        missing.remove(life);
        life.close(sightings.before(), now, Evidence.SNAPSHOT);
        listeners.end(life, now);
        tell(life);
    }

    /** Takes in that a socket has ended. */
    public void ended(SocketEnded event) throws RecordException {
        listeners.forget(event.time());
        Object key = event.cookie();
        Life life = lives.remove(key);
        if (life == null && cutOff.containsKey(key)) {
            life = cutOff.remove(key);
            life.end(event);
        } else if (life != null) {
            missing.remove(life);
            life.end(event);
            life.close(lastSeen(event), event.time(), Evidence.SOCKET_END);
        } else if (!ended.containsKey(key) && (event.local().port() != 0 || event.reach() != Reach.NONE)) {
            life = unseen(event);
        }
        ended.put(key, Boolean.TRUE);
        if (life != null) {
            if (event.reach() != Reach.NONE) {
                count(life);
            }
            finish(life, event);
        }
    }

    /** Returns when it was certainly there: the latest snapshot has it, or it has sent or received something since. */
    private Instant lastSeen(SocketEnded event) {
        return event.reach() == Reach.ESTABLISHED
                ? Ages.later(sightings.latest(), Ages.beforeEnd(event))
                : sightings.latest();
    }

    private Life unseen(SocketEnded event) {
        boolean wasThere = Ages.wasThere(event, start);
        Instant latest = wasThere ? start : Ages.afterOpening(event);
        Instant before = Ages.beforeEnd(event);
        Instant earliest = wasThere || before.isBefore(start)
                ? Instant.MIN
                : Ages.earlier(latest, sightings.before(before, start));
        Life life = new Life(nextId++, Ends.connection(event), new Moment(earliest, latest, Evidence.SOCKET_END));
        life.set(Roles.of(event, listeners));
        life.end(event);
        boolean tellsTheTime = event.reach() == Reach.ESTABLISHED;
        life.close(
                tellsTheTime ? Ages.later(earliest, Ages.beforeEnd(event)) : earliest,
                event.time(),
                Evidence.SOCKET_END);
        if (wasThere) {
            life.count();
        }
        latecomers.add(life, event);
        return life;
    }

    private void finish(Life life, SocketEnded event) throws RecordException {
        traces.complete(life, naming);
        if (life.role() == Role.INCOMING) {
            listeners.at(life.connection().local()).ifPresent(listener -> Ends.adopt(life, listener));
        }
        listeners.end(life, event.time());
        tell(life);
    }

    /** Takes in that the kernel traced a change of state. */
    public void stateChanged(SocketStateChanged event) {
        traces.add(event);
    }

    private void tell(Life life) throws RecordException {
        sink.accept(life.account());
    }
}
