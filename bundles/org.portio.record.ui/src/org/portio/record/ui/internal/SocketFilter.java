// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.record.Condition;
import org.portio.record.Question;
import org.portio.record.ui.internal.HistoryRow.Candidate;
import org.portio.ui.table.filter.FilterPart;

/**
 * The filter of the view as a question can have it.
 *
 * @param words by which it is known again
 * @param conditions all of which a socket must meet: millions of them are asked without being made
 * @param rest what only a whole socket can be asked, such as an address together with its port
 */
record SocketFilter(String words, List<Condition> conditions, List<Predicate<Connection>> rest) {

    private static final Endpoint ANY = new Endpoint(InetAddress.getLoopbackAddress(), 0);
    private static final Condition WITHOUT_PEER = Condition.ofTraits(socket -> socket.remote() == null);

    private static final Predicate<String> LOCAL_PORT = "localPort"::equals;
    private static final Predicate<String> REMOTE_PORT = "remotePort"::equals;
    private static final Predicate<String> LOCAL = "localAddress"::equals;
    private static final Predicate<String> REMOTE = "remoteAddress"::equals;
    private static final Predicate<String> TRAITS =
            LOCAL_PORT.or(REMOTE_PORT).or(LOCAL).or(REMOTE).negate();

    static SocketFilter of(String words, List<FilterPart<HistoryRow>> parts) {
        List<Condition> conditions = new ArrayList<>();
        List<Predicate<Connection>> rest = new ArrayList<>();
        for (FilterPart<HistoryRow> part : parts) {
            if (part.namesEnd()) {
                Predicate<HistoryRow> whole = part.matching(_ -> true);
                rest.add(socket -> whole.test(new Candidate(socket)));
            } else if (part.negated()) {
                conditions.addAll(each(part));
            } else {
                each(part).stream().reduce(Condition::or).ifPresentOrElse(conditions::add, () -> rest.add(_ -> false));
            }
        }
        return new SocketFilter(words, conditions, rest);
    }

    /** Returns a condition for each thing that the term looks at. */
    private static List<Condition> each(FilterPart<HistoryRow> part) {
        List<Condition> all = new ArrayList<>();
        if (part.looksAt(TRAITS)) {
            Predicate<HistoryRow> traits = part.matching(TRAITS);
            all.add(Condition.ofTraits(socket -> traits.test(new Candidate(socket))));
        }
        if (part.looksAt(LOCAL_PORT)) {
            Predicate<HistoryRow> port = part.matching(LOCAL_PORT);
            all.add(Condition.ofPorts(number -> port.test(local(end(number))), null));
        }
        if (part.looksAt(REMOTE_PORT)) {
            Predicate<HistoryRow> port = part.matching(REMOTE_PORT);
            all.add(orNoPeer(part, Condition.ofPorts(null, number -> port.test(remote(end(number))))));
        }
        if (part.looksAt(LOCAL)) {
            Predicate<HistoryRow> address = part.matching(LOCAL);
            all.add(Condition.ofAddresses(end -> address.test(local(end)), null));
        }
        if (part.looksAt(REMOTE)) {
            Predicate<HistoryRow> address = part.matching(REMOTE);
            all.add(orNoPeer(part, Condition.ofAddresses(null, end -> address.test(remote(end)))));
        }
        return all;
    }

    /** Returns the condition as it is, or, if it is negated, met by sockets without a peer as well. */
    private static Condition orNoPeer(FilterPart<HistoryRow> part, Condition ofPeer) {
        return part.negated() ? ofPeer.or(WITHOUT_PEER) : ofPeer;
    }

    private static Endpoint end(int port) {
        return new Endpoint(ANY.address(), port);
    }

    private static HistoryRow local(Endpoint end) {
        return new Candidate(
                Connection.of(Protocol.TCP, AddressFamily.IPV4, end).build());
    }

    private static HistoryRow remote(Endpoint end) {
        return new Candidate(
                Connection.of(Protocol.TCP, AddressFamily.IPV4, ANY).remote(end).build());
    }

    /** Returns the same question about the sockets that match alone. */
    Question on(Question question) {
        Question asked = question;
        for (Condition condition : conditions) {
            asked = asked.meeting(condition);
        }
        return rest.isEmpty() ? asked : asked.matching(socket -> rest.stream().allMatch(one -> one.test(socket)));
    }
}
