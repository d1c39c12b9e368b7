// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.portio.core.Connection;
import org.portio.core.Delta;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.TcpMetrics;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.event.SocketEnded;
import org.portio.core.event.SocketEnded.Reach;
import org.portio.core.event.SocketStateChanged;
import org.portio.record.Account;
import org.portio.record.RecordException;

/** A book, a clock, and what happens; times are milliseconds since the start. */
final class Scene {

    static final Instant START = Instant.parse("2026-11-29T01:00:00Z");

    private final Map<Long, Account> told = new LinkedHashMap<>();
    private final List<Account> all = new ArrayList<>();
    private final Map<Long, ProcessInfo> processes = new HashMap<>();
    private final AccountBook book;
    private Snapshot latest;

    Scene(boolean hearsEnds) {
        book = new AccountBook(START, hearsEnds, naming(), account -> {
            told.put(account.id(), account);
            all.add(account);
        });
    }

    private Naming naming() {
        return new Naming() {
            @Override
            public Optional<ProcessInfo> process(long pid) {
                return Optional.ofNullable(processes.get(pid));
            }

            @Override
            public String directory(ProcessInfo process) {
                return process.name().equals("(ended)") ? "" : "/srv/" + process.name();
            }
        };
    }

    static Instant at(long millis) {
        return START.plusMillis(millis);
    }

    static ProcessInfo process(long pid, String name) {
        return new ProcessInfo(pid, START, name, name, "/bin/" + name, null, 1);
    }

    void knows(ProcessInfo process) {
        processes.put(process.pid(), process);
    }

    /** Returns a row of TCP; without a peer if the remote end is null. */
    static Connection tcp(long cookie, String local, String remote, TcpState state, ProcessInfo... owners) {
        return Connection.of(Protocol.TCP, AddressFamily.IPV4, Endpoint.parse(local))
                .remote(remote == null ? null : Endpoint.parse(remote))
                .state(state)
                .owners(List.of(owners), owners.length == 0 ? Ownership.NONE : Ownership.KNOWN)
                .inode(owners.length)
                .platformKey(cookie)
                .build();
    }

    static Connection listener(long cookie, int port, ProcessInfo... owners) {
        return tcp(cookie, "0.0.0.0:" + port, null, TcpState.LISTEN, owners);
    }

    static Connection udp(long cookie, String local, String remote) {
        return Connection.of(Protocol.UDP, AddressFamily.IPV4, Endpoint.parse(local))
                .remote(remote == null ? null : Endpoint.parse(remote))
                .platformKey(cookie)
                .build();
    }

    /** Shows these sockets in a snapshot that takes 5 ms. */
    void snapshot(long millis, Connection... rows) throws RecordException {
        Snapshot now = new Snapshot(at(millis), "test", List.of(rows), List.of());
        Delta delta = latest == null ? new Delta(now.connections(), List.of(), List.of()) : Delta.between(latest, now);
        latest = now;
        book.snapshot(now, delta, at(millis + 5));
    }

    /** Tells the end of a TCP connection. */
    void ended(long millis, long cookie, String local, String remote) throws RecordException {
        ended(millis, cookie, local, remote, Reach.ESTABLISHED, 0);
    }

    void ended(long millis, long cookie, String local, String remote, Reach reach, long idle) throws RecordException {
        book.ended(new SocketEnded(
                at(millis),
                at(millis - 2),
                cookie,
                Protocol.TCP,
                AddressFamily.IPV4,
                Endpoint.parse(local),
                remote == null ? null : Endpoint.parse(remote),
                reach,
                reach == Reach.NONE ? null : metrics(),
                reach == Reach.ESTABLISHED ? Duration.ofMillis(idle) : null));
    }

    private static TcpMetrics metrics() {
        Duration trip = Duration.ofMillis(1);
        return new TcpMetrics(trip, trip, trip, 5, 7, 3, 1, 10, 1000);
    }

    void endedUdp(long millis, long cookie, String local, String remote) throws RecordException {
        Endpoint peer = remote == null ? null : Endpoint.parse(remote);
        book.ended(new SocketEnded(
                at(millis),
                at(millis - 2),
                cookie,
                Protocol.UDP,
                AddressFamily.IPV4,
                Endpoint.parse(local),
                peer,
                Reach.NONE,
                null,
                null));
    }

    /** Tells a change of state as the kernel traced it. */
    void traced(long millis, long socket, long pid, String local, String remote, TcpState before, TcpState after) {
        Endpoint peer = remote == null ? null : Endpoint.parse(remote);
        book.stateChanged(new SocketStateChanged(
                at(millis), socket, pid, AddressFamily.IPV4, Endpoint.parse(local), peer, before, after));
    }

    AccountBook book() {
        return book;
    }

    /** Returns the only account. */
    Account only() {
        if (told.size() != 1) {
            throw new AssertionError(told.size() + " accounts: " + told.values());
        }
        return told.values().iterator().next();
    }

    /** Returns the last one told of the socket with this number. */
    Account of(long cookie) {
        return accounts().stream()
                .filter(account -> account.connection().platformKey() == cookie)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    /** Returns the last one told of each id. */
    List<Account> accounts() {
        return List.copyOf(told.values());
    }

    /** Returns how often something was told. */
    int tellings() {
        return all.size();
    }
}
