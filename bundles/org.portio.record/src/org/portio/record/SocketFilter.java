// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.address.Network;
import org.portio.core.filter.AddressCells.InNetwork;
import org.portio.core.filter.FilterPart;
import org.portio.core.filter.FilterPart.Alternative;

/**
 * A filter in words as a question can have it.
 *
 * @param words by which it is known again
 * @param conditions all of which a socket must meet: millions of them are asked without being made
 * @param rest what only a whole socket can be asked, such as an address together with its port
 */
public record SocketFilter(String words, List<Condition> conditions, List<Predicate<Connection>> rest) {

    private static final Endpoint ANY = new Endpoint(InetAddress.getLoopbackAddress(), 0);
    private static final Condition WITHOUT_PEER = Condition.ofTraits(socket -> socket.remote() == null);

    /** More conditions than these take longer than making each socket. */
    private static final int MOST_CONDITIONS = 32;

    private static final Predicate<String> LOCAL_PORT = "localPort"::equals;
    private static final Predicate<String> REMOTE_PORT = "remotePort"::equals;
    private static final Predicate<String> LOCAL = "localAddress"::equals;
    private static final Predicate<String> REMOTE = "remoteAddress"::equals;
    private static final Predicate<String> TRAITS =
            LOCAL_PORT.or(REMOTE_PORT).or(LOCAL).or(REMOTE).negate();

    /** The columns that a filter may look at: what is known of a socket without its life, by which millions can be chosen from. */
    public static final Set<String> COLUMNS = Set.of(
            "protocol",
            "localAddress",
            "localPort",
            "remoteAddress",
            "remotePort",
            "state",
            "process",
            "pid",
            "user",
            "commandLine",
            "controlGroup");

    /**
     * Makes one of groups as {@link org.portio.core.filter.Filter#parts} returns them: of no groups, it chooses all.
     *
     * @param row makes the row that the parts look at
     */
    public static <T> SocketFilter of(String words, List<List<FilterPart<T>>> groups, Function<Connection, T> row) {
        List<SocketFilter> any = groups.stream()
                .map(group ->
                        ofGroup(words, group.stream().map(part -> on(part, row)).toList()))
                .toList();
        if (any.size() <= 1) {
            return any.isEmpty() ? new SocketFilter(words, List.of(), List.of()) : any.getFirst();
        }
        List<Condition> conditions = either(any);
        return conditions.isEmpty()
                ? new SocketFilter(
                        words, List.of(), List.of(socket -> any.stream().anyMatch(one -> one.chooses(socket))))
                : new SocketFilter(words, conditions, List.of());
    }

    /**
     * Returns conditions that are all met if those of one filter all are: each takes one of each filter. None if that is
     * not to be had, or takes too many.
     */
    private static List<Condition> either(List<SocketFilter> any) {
        if (any.stream().anyMatch(one -> !one.rest.isEmpty())) {
            return List.of();
        }
        List<Condition> all = any.getFirst().conditions;
        for (SocketFilter one : any.subList(1, any.size())) {
            if (all.size() * one.conditions.size() > MOST_CONDITIONS) {
                return List.of();
            }
            all = all.stream()
                    .flatMap(condition -> one.conditions.stream().map(condition::or))
                    .toList();
        }
        return all;
    }

    private boolean chooses(Connection socket) {
        return conditions.stream().allMatch(one -> one.test(socket))
                && rest.stream().allMatch(one -> one.test(socket));
    }

    private static SocketFilter ofGroup(String words, List<FilterPart<Connection>> parts) {
        List<Condition> conditions = new ArrayList<>();
        List<Predicate<Connection>> rest = new ArrayList<>();
        for (FilterPart<Connection> part : parts) {
            if (part.namesEnd()) {
                rest.add(part.matching(_ -> true));
            } else if (part.negated()) {
                conditions.addAll(each(part));
            } else {
                each(part).stream().reduce(Condition::or).ifPresentOrElse(conditions::add, () -> rest.add(_ -> false));
            }
        }
        return new SocketFilter(words, conditions, rest);
    }

    private static <T> FilterPart<Connection> on(FilterPart<T> part, Function<Connection, T> row) {
        return new FilterPart<>(
                part.negated(),
                part.namesEnd(),
                part.alternatives().stream()
                        .map(one -> new Alternative<>(one.column(), on(one.matching(), row)))
                        .toList());
    }

    private static <T> Predicate<Connection> on(Predicate<T> matching, Function<Connection, T> row) {
        return matching instanceof InNetwork<T> in
                ? new InNetwork<>(in.network(), socket -> in.end().apply(row.apply(socket)))
                : socket -> matching.test(row.apply(socket));
    }

    /** Returns a condition for each thing that the term looks at. */
    private static List<Condition> each(FilterPart<Connection> part) {
        List<Condition> all = new ArrayList<>();
        if (part.looksAt(TRAITS)) {
            all.add(Condition.ofTraits(part.matching(TRAITS)));
        }
        if (part.looksAt(LOCAL_PORT)) {
            Predicate<Connection> port = part.matching(LOCAL_PORT);
            all.add(Condition.ofPorts(number -> port.test(local(end(number))), null));
        }
        if (part.looksAt(REMOTE_PORT)) {
            Predicate<Connection> port = part.matching(REMOTE_PORT);
            all.add(orNoPeer(part, Condition.ofPorts(null, number -> port.test(remote(end(number))))));
        }
        if (part.looksAt(LOCAL)) {
            all.add(Condition.ofAddresses(addresses(part, LOCAL, SocketFilter::local), null));
        }
        if (part.looksAt(REMOTE)) {
            all.add(orNoPeer(part, Condition.ofAddresses(null, addresses(part, REMOTE, SocketFilter::remote))));
        }
        return all;
    }

    /** Returns what chooses by an address: networks if it is about nothing else, which need not be held against each address. */
    private static Predicate<Endpoint> addresses(
            FilterPart<Connection> part, Predicate<String> column, Function<Endpoint, Connection> socket) {
        List<Network> networks = new ArrayList<>();
        for (Alternative<Connection> one : part.alternatives()) {
            if (column.test(one.column())) {
                if (!(one.matching() instanceof InNetwork<Connection> in)) {
                    Predicate<Connection> matching = part.matching(column);
                    return end -> matching.test(socket.apply(end));
                }
                networks.add(in.network());
            }
        }
        return new InNetworks(networks, part.negated());
    }

    /** Returns the condition as it is, or, if it is negated, met by sockets without a peer as well. */
    private static Condition orNoPeer(FilterPart<Connection> part, Condition ofPeer) {
        return part.negated() ? ofPeer.or(WITHOUT_PEER) : ofPeer;
    }

    private static Endpoint end(int port) {
        return new Endpoint(ANY.address(), port);
    }

    private static Connection local(Endpoint end) {
        return Connection.of(Protocol.TCP, AddressFamily.IPV4, end).build();
    }

    private static Connection remote(Endpoint end) {
        return Connection.of(Protocol.TCP, AddressFamily.IPV4, ANY).remote(end).build();
    }

    /** Returns the same question about the sockets that match alone. */
    public Question on(Question question) {
        Question asked = question;
        for (Condition condition : conditions) {
            asked = asked.meeting(condition);
        }
        return rest.isEmpty() ? asked : asked.matching(socket -> rest.stream().allMatch(one -> one.test(socket)));
    }
}
