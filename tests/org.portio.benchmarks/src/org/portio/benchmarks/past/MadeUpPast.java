// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.past;

import java.net.InetAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.portio.core.Connection;
import org.portio.core.ControlGroup;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.core.system.User;
import org.portio.record.Account;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.Role;
import org.portio.record.Traffic;

/**
 * Accounts as a busy machine has them: a web server and a database with its clients, 40 programs that connect to the
 * world, and a new process each hundred connections. Each is told when it is seen and when it has ended.
 */
public final class MadeUpPast {

    private static final int PROGRAMS = 40;
    /** One of the clients. */
    public static final Endpoint CLIENT = Endpoint.parse("198.51.100.7:0");

    private static final int[] SERVICES = {443, 443, 443, 443, 80, 5432, 22};
    private static final Set<TcpState> STATES = EnumSet.of(TcpState.ESTABLISHED, TcpState.CLOSED);

    private final Random random = new Random(15);
    private final List<InetAddress> clients = new ArrayList<>();
    private final InetAddress here = Addresses.parse("192.168.1.10");
    private final Map<Integer, ProcessInfo> servers = new HashMap<>();
    private final List<ProcessInfo> programs = new ArrayList<>();
    private final Instant boot;
    private final Duration apart;
    private Instant now;
    private long id;
    private long key = 1000;

    /** Begins at this time, with connections that are so far apart on average, and so many clients. */
    public MadeUpPast(Instant begin, Duration apart, int count) {
        boot = begin.minusSeconds(3600);
        now = begin;
        this.apart = apart;
        for (int i = 0; i < count; i++) {
            byte[] bytes = new byte[4];
            random.nextBytes(bytes);
            clients.add(Addresses.of(bytes));
        }
        clients.set(count - 1, CLIENT.address());
        for (int port : SERVICES) {
            servers.put(port, process(port, "server-" + port, "0"));
        }
        for (int i = 0; i < PROGRAMS; i++) {
            programs.add(process(2000 + i, "program-" + i, "1000"));
        }
    }

    private ProcessInfo process(long pid, String name, String user) {
        return new ProcessInfo(
                pid,
                boot.plusMillis(pid * 10),
                name,
                "/usr/bin/" + name + " --config /etc/" + name + ".conf --verbose",
                "/usr/bin/" + name,
                new User(user, user.equals("0") ? "root" : "ann"),
                1);
    }

    /** Returns the time of the next connection. */
    public Instant now() {
        return now;
    }

    /** Returns the account of the next connection, as it is at its end. */
    public Account next() {
        id++;
        key += 1 + random.nextInt(3);
        now = now.plusNanos((long) (apart.toNanos() * 2 * random.nextDouble()) / 1000 * 1000);
        boolean incoming = random.nextInt(10) < 6;
        Connection connection = incoming ? incoming() : outgoing();
        Instant opened = now.minusNanos((long) (random.nextDouble() * 1e9) / 1000 * 1000);
        // Most lives are short, one in a thousand lasts hours.
        long millis = random.nextInt(1000) == 0
                ? random.nextInt(10_000_000)
                : (long) Math.exp(random.nextDouble() * Math.log(60_000));
        Instant closed = now.plusMillis(millis).plusNanos(random.nextInt(1000) * 1000L);
        return new Account(
                id,
                connection,
                incoming ? Role.INCOMING : Role.OUTGOING,
                new Moment(opened, now, Evidence.SNAPSHOT),
                Moment.at(closed, Evidence.SOCKET_END),
                STATES,
                Map.of(),
                new Traffic(
                        random.nextInt(20_000),
                        random.nextInt(200_000),
                        Duration.ofNanos(1000L * random.nextInt(80_000)),
                        random.nextInt(50) == 0 ? 1 : 0));
    }

    /** Returns the account of the same connection, as it is when it has just been seen. */
    public static Account seen(Account ended) {
        return new Account(
                ended.id(),
                ended.connection().with().state(TcpState.ESTABLISHED).build(),
                ended.role(),
                ended.opened(),
                null,
                Set.of(TcpState.ESTABLISHED),
                Map.of(),
                null);
    }

    private Connection incoming() {
        int port = SERVICES[random.nextInt(SERVICES.length)];
        return connection(
                port, clients.get(random.nextInt(clients.size())), ephemeral(), servers.get(port), "/server.slice");
    }

    private Connection outgoing() {
        int program = random.nextInt(PROGRAMS);
        if (id % 100 == 0) {
            programs.set(program, process(10_000 + id % 4_000_000, "program-" + program, "1000"));
        }
        return connection(
                ephemeral(),
                clients.get(random.nextInt(100)),
                SERVICES[random.nextInt(SERVICES.length)],
                programs.get(program),
                "/user.slice/program-" + program);
    }

    private int ephemeral() {
        return 32_768 + random.nextInt(28_232);
    }

    private Connection connection(int port, InetAddress peer, int peerPort, ProcessInfo owner, String group) {
        return Connection.of(Protocol.TCP, AddressFamily.IPV4, new Endpoint(here, port))
                .remote(new Endpoint(peer, peerPort))
                .state(TcpState.CLOSED)
                .owners(List.of(owner), Ownership.KNOWN)
                .user(owner.user())
                .inode(key * 2)
                .group(ControlGroup.of(group))
                .platformKey(key)
                .build();
    }
}
