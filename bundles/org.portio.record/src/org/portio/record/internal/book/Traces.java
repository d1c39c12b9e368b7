// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.book;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.core.event.SocketStateChanged;
import org.portio.record.Account;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.Role;

/**
 * The connections that the kernel traced, until their ends are told: when exactly they were opened and closed, and by which
 * process. The tracing knows sockets of other network namespaces as well, and not the kernel's numbers of sockets; where it
 * leaves more than one possibility, nothing is taken from it.
 */
final class Traces {

    private static final int MOST = 1 << 16;
    /** Longer than it takes until an end is told. */
    private static final Duration NEAR = Duration.ofSeconds(5);

    /** The ports of a connection; the remote one is 0 where an end is told that has been cut off from its peer. */
    private static final Duration SLACK = Duration.ofSeconds(1);

    private record Ports(int local, int remote) {}

    private static final class Traced {

        private Instant begin;
        private long pid;
        private boolean incoming;
        private Endpoint local;
        private Endpoint remote;
        private Instant end;
        /** Whether it is in an account already: its port may be used again at once. */
        private boolean taken;
    }

    private final Bounded<Long, Traced> bySocket = new Bounded<>(MOST);
    private final Bounded<Ports, List<Traced>> ended = new Bounded<>(MOST);

    void add(SocketStateChanged event) {
        boolean isBegin = event.after() == TcpState.SYN_SENT
                || event.before() == TcpState.LISTEN && event.after() == TcpState.SYN_RECEIVED;
        if (isBegin) {
            Traced begun = new Traced();
            begun.begin = event.time();
            begun.pid = event.pid();
            begun.incoming = event.after() == TcpState.SYN_RECEIVED;
            bySocket.put(event.socket(), begun);
        }
        Traced traced = bySocket.get(event.socket());
        if (traced == null) {
            return;
        }
        if (event.local().port() != 0 && event.remote() != null) {
            traced.local = event.local();
            traced.remote = event.remote();
        }
        if (event.after() == TcpState.CLOSED) {
            bySocket.remove(event.socket());
            end(traced, event.time());
        }
    }

    private void end(Traced traced, Instant time) {
        traced.end = time;
        if (traced.local != null) {
            note(new Ports(traced.local.port(), traced.remote.port()), traced);
            if (!traced.incoming) {
                note(new Ports(traced.local.port(), 0), traced);
            }
        }
    }

    private void note(Ports ports, Traced traced) {
        List<Traced> before = ended.getOrDefault(ports, List.of());
        ended.remove(ports);
        ended.put(ports, before.isEmpty() ? List.of(traced) : List.of(before.getLast(), traced));
    }

    /** Completes the account of a connection that has ended by what was traced of it. */
    void complete(Life life, Naming naming) {
        find(life.account()).ifPresent(traced -> {
            traced.taken = true;
            life.exactly(Moment.at(traced.begin, Evidence.TRACEPOINT), Moment.at(traced.end, Evidence.TRACEPOINT));
            life.set(traced.incoming ? Role.INCOMING : Role.OUTGOING);
            Connection connection = life.connection();
            if (connection.remote() == null && !traced.remote.address().isAnyLocalAddress()) {
                connection = connection
                        .with()
                        .local(traced.local)
                        .remote(traced.remote)
                        .build();
                life.set(connection);
            }
            if (connection.owners().isEmpty() && !traced.incoming) {
                naming.process(traced.pid).ifPresent(process -> own(life, process, naming));
            }
        });
    }

    private static void own(Life life, ProcessInfo process, Naming naming) {
        Connection connection = life.connection();
        life.set(connection
                .with()
                .owners(List.of(process), Ownership.KNOWN)
                .user(connection.user() == null ? process.user() : connection.user())
                .build());
        life.set(naming.directories(List.of(process)));
    }

    private Optional<Traced> find(Account account) {
        Connection connection = account.connection();
        if (connection.protocol() != Protocol.TCP || account.closed() == null) {
            return Optional.empty();
        }
        Endpoint remote = connection.remote();
        Ports ports = new Ports(connection.local().port(), remote == null ? 0 : remote.port());
        List<Traced> fitting = ended.getOrDefault(ports, List.of()).stream()
                .filter(traced -> !traced.taken
                        && fits(traced.local, connection.local())
                        && fits(traced.remote, remote)
                        && isNear(traced, account))
                .toList();
        return fitting.size() == 1 ? Optional.of(fitting.getFirst()) : Optional.empty();
    }

    /** The tracing does not tell addresses of IPv6; a socket that was reset has none any more. */
    private static boolean fits(Endpoint traced, Endpoint known) {
        return known == null
                || known.address().isAnyLocalAddress()
                || traced.address().isAnyLocalAddress()
                || Addresses.unmapped(traced.address()).equals(Addresses.unmapped(known.address()));
    }

    /** The earliest moment is known only as well as it is known when the kernel told of an end. */
    private static Instant slightlyBefore(Instant time) {
        return time.equals(Instant.MIN) ? time : time.minus(SLACK);
    }

    private static boolean isNear(Traced traced, Account account) {
        return traced.end.isAfter(account.closed().latest().minus(NEAR))
                && !traced.end.isAfter(account.closed().latest())
                && !traced.begin.isBefore(slightlyBefore(account.opened().earliest()))
                && !traced.begin.isAfter(account.opened().latest());
    }
}
