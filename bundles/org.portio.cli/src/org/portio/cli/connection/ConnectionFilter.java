// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.portio.cli.command.Argument;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.PidConverter;
import org.portio.cli.command.PortConverter;
import org.portio.cli.command.StateConverter;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.field.ConnectionField;
import org.portio.core.kernel.SystemSettings;
import org.portio.core.port.PortRange;
import org.portio.core.process.UserNames;
import org.portio.core.system.User;

/** The options that choose connections. Those of one kind add up; those of different kinds must all be met. */
public final class ConnectionFilter {

    private static final String WORDS =
            "Sockets that match all of these words, as in the window: a text, port:3000-3010,"
                    + " process:node, 10.0.0.0/8, !loopback, or between alternatives; see docs/cli.md.";

    private final Argument<Boolean> tcp;
    private final Argument<Boolean> udp;
    private final Argument<Boolean> ipv4;
    private final Argument<Boolean> ipv6;
    private final Argument<Boolean> listening;
    private final Argument<Boolean> established;
    private final Argument<List<TcpState>> states;
    private final Argument<List<PortRange>> ports;
    private final Argument<List<Long>> pids;
    private final Argument<String> process;
    private final Argument<String> user;

    private final Supplier<String> words;
    private final Supplier<List<ConnectionField<?>>> further;
    private final Subcommand command;

    /** Adds the options, and the filter's words as parameters. */
    public static ConnectionFilter withWords(Subcommand command) {
        return withWords(command, List::of);
    }

    /** Adds the same; the words may also name these fields. */
    static ConnectionFilter withWords(Subcommand command, Supplier<List<ConnectionField<?>>> further) {
        Argument<List<String>> words = command.add(Argument.words(0, "FILTER", WORDS));
        return new ConnectionFilter(command, () -> String.join(" ", words.value()), further);
    }

    /** Adds the options, the filter's words being one of them. */
    public ConnectionFilter(Subcommand command) {
        Argument<String> words = command.add(Argument.option("--filter", String.class, "FILTER", WORDS));
        this(command, words::value, List::of);
    }

    private ConnectionFilter(Subcommand command, Supplier<String> words, Supplier<List<ConnectionField<?>>> further) {
        this.further = further;
        this.command = command;
        this.words = words;
        tcp = command.add(Argument.flag("--tcp", "TCP sockets; with --udp, both."));
        udp = command.add(Argument.flag("--udp", "UDP sockets."));
        ipv4 = command.add(Argument.flag("-4", "IPv4 sockets; with -6, both."));
        ipv6 = command.add(Argument.flag("-6", "IPv6 sockets, including dual-stack ones."));
        listening = command.add(Argument.flag("--listening", "TCP listeners and unconnected UDP sockets."));
        established =
                command.add(Argument.flag("--established", "Established TCP connections and connected UDP sockets."));
        states = command.add(Argument.list(
                "--state",
                TcpState.class,
                new StateConverter(),
                "STATE",
                "TCP sockets in these states, named as in RFC 9293, netstat or ss, in addition to"
                        + " --listening and --established."));
        ports = command.add(Argument.list(
                "--port",
                PortRange.class,
                PortConverter::range,
                "PORT",
                "Sockets with one of these ports at either end, such as 8080,9000-9010."));
        pids = command.add(Argument.list(
                "--pid", Long.class, PidConverter::pid, "PID", "Sockets of the processes with these PIDs."));
        process = command.add(Argument.option(
                "--process",
                String.class,
                TextConverter::name,
                "NAME",
                "Sockets of processes whose name contains this, in upper or lower case."));
        user = command.add(Argument.option(
                "--user",
                String.class,
                TextConverter::name,
                "USER",
                "Sockets that belong to this user, by name or ID."));
    }

    /** Returns what a connection must meet, made of the options that were given. */
    public Predicate<Connection> matcher() {
        List<PortRange> ranges = ports();
        Predicate<Connection> chosen = traits();
        if (!ranges.isEmpty()) {
            chosen = chosen.and(connection -> ranges.stream().anyMatch(range -> hasPort(connection, range)));
        }
        return words().isEmpty() ? chosen : chosen.and(WordFilter.parse(words(), command, further.get()));
    }

    /** Returns what it must meet besides {@link #ports} and {@link #words}: nothing of that is an address. */
    public Predicate<Connection> traits() {
        List<Predicate<Connection>> conditions = new ArrayList<>();
        addKinds(conditions);
        addStates(conditions);
        addOwners(conditions);
        return connection -> conditions.stream().allMatch(condition -> condition.test(connection));
    }

    /** Returns the filter in words; empty for none. */
    public String words() {
        String filter = words.get();
        return filter == null ? "" : filter.strip();
    }

    /** Returns the ports that were given; none for all. */
    public List<PortRange> ports() {
        return ports.value();
    }

    /** Returns true if a connection with a hidden owner might have matched had the owner been seen. */
    boolean asksForOwners() {
        return !pids.value().isEmpty() || process.value() != null || user.value() != null;
    }

    /**
     * Fails if {@code --user} names nobody, by what the snapshot and the system know: a misspelt name would look like a user
     * without sockets. Users whom only a directory service knows are shown, and asked for, by number.
     */
    public void checkUser(Snapshot all) {
        checkUser(all.connections());
    }

    /** Fails as {@link #checkUser(Snapshot)} does, by these sockets and what the system knows. */
    public void checkUser(List<Connection> all) {
        String wanted = user.value();
        if (wanted != null
                && all.stream().noneMatch(connection -> belongsTo(connection.user(), wanted))
                && SystemSettings.areThere()
                && !UserNames.ofSystem().has(wanted)) {
            throw new CommandFailure(
                    ExitCode.USAGE,
                    "unknown user '" + wanted + "'; /etc/passwd does not list it: give the" + " user's number");
        }
    }

    private void addKinds(List<Predicate<Connection>> conditions) {
        if (!tcp.value().equals(udp.value())) {
            Protocol wanted = tcp.value() ? Protocol.TCP : Protocol.UDP;
            conditions.add(connection -> connection.protocol() == wanted);
        }
        if (!ipv4.value().equals(ipv6.value())) {
            AddressFamily wanted = ipv4.value() ? AddressFamily.IPV4 : AddressFamily.IPV6;
            conditions.add(connection -> connection.family() == wanted);
        }
    }

    private void addStates(List<Predicate<Connection>> conditions) {
        List<Predicate<Connection>> wanted = new ArrayList<>();
        if (listening.value()) {
            wanted.add(Connection::isListening);
        }
        if (established.value()) {
            wanted.add(ConnectionFilter::isEstablished);
        }
        if (!states.value().isEmpty()) {
            Set<TcpState> named = EnumSet.copyOf(states.value());
            wanted.add(connection -> connection.state() != null && named.contains(connection.state()));
        }
        wanted.stream().reduce(Predicate::or).ifPresent(conditions::add);
    }

    private void addOwners(List<Predicate<Connection>> conditions) {
        if (!pids.value().isEmpty()) {
            Set<Long> wanted = Set.copyOf(pids.value());
            conditions.add(hasOwner(owner -> wanted.contains(owner.pid())));
        }
        if (process.value() != null) {
            String wanted = process.value().toLowerCase(Locale.ROOT);
            conditions.add(
                    hasOwner(owner -> owner.name().toLowerCase(Locale.ROOT).contains(wanted)));
        }
        if (user.value() != null) {
            String wanted = user.value();
            conditions.add(connection -> belongsTo(connection.user(), wanted));
        }
    }

    private static Predicate<Connection> hasOwner(Predicate<ProcessInfo> wanted) {
        return connection -> connection.owners().stream().anyMatch(wanted);
    }

    private static boolean isEstablished(Connection connection) {
        return connection.protocol() == Protocol.TCP
                ? connection.state() == TcpState.ESTABLISHED
                : connection.remote() != null;
    }

    private static boolean hasPort(Connection connection, PortRange range) {
        return range.contains(connection.local().port())
                || connection.remote() != null
                        && range.contains(connection.remote().port());
    }

    private static boolean belongsTo(User owner, String wanted) {
        return owner != null && (wanted.equals(owner.name()) || wanted.equals(owner.id()));
    }
}
