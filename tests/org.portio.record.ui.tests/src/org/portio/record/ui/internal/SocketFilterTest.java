// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.address.Network;
import org.portio.core.filter.Filter;
import org.portio.core.filter.FilterPart;
import org.portio.core.filter.WrongFilterException;
import org.portio.record.Condition;
import org.portio.record.InNetworks;
import org.portio.record.Question;
import org.portio.record.SocketFilter;
import org.portio.record.ui.internal.HistoryRow.Candidate;
import org.portio.ui.table.Column;

class SocketFilterTest {

    private static final List<Connection> SOCKETS = List.of(
            Lives.connection(443),
            Lives.connection(8080),
            Connection.of(Protocol.TCP, AddressFamily.IPV4, Endpoint.parse("127.0.0.1:8080"))
                    .state(TcpState.LISTEN)
                    .build(),
            Connection.of(Protocol.TCP, AddressFamily.IPV4, Endpoint.parse("10.0.0.1:443"))
                    .remote(Endpoint.parse("127.0.0.1:50000"))
                    .state(TcpState.ESTABLISHED)
                    .build(),
            Connection.of(Protocol.UDP, AddressFamily.IPV6, Endpoint.parse("[::1]:53"))
                    .build());

    /** Each filter has some of the sockets, and not all: asked of the parts or of the whole. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "port:443",
                "!port:443",
                "remotePort:443",
                "!remotePort:443",
                "localPort:8000-9000",
                "address:127.0.0.1",
                "!address:127.0.0.0/8",
                "!remoteAddress:127.0.0.1",
                "remoteAddress:192.0.2.0/24,127.0.0.0/8",
                "!remoteAddress:192.0.2.0/24,127.0.0.0/8",
                "!localAddress:127.0.0.0/8,10.0.0.1",
                "remoteAddress:192.0.2.1",
                "127.0.0.1:8080",
                "!127.0.0.1:8080",
                ":443",
                "java",
                "!java",
                "8080",
                "!8080",
                "state:listen",
                "protocol:udp",
                "pid:42",
                "!pid:42 port:443,53",
                "state:established address:127.0.0.1",
                "pid:42 port:443 or protocol:udp",
                "pid:42 !port:443 or !state:listen pid:42 port:443 or :53",
                "!pid:42 or port:8080 state:listen"
            })
    void choosesByPartsWhatTheFilterChooses(String text) throws WrongFilterException {
        List<List<FilterPart<HistoryRow>>> groups = parts(text);
        Question question = SocketFilter.of(text, groups, Candidate::new).on(Question.between(Lives.NOON, Lives.NOON));

        List<Connection> whole = SOCKETS.stream()
                .filter(socket -> groups.stream()
                        .anyMatch(parts -> parts.stream()
                                .allMatch(part -> part.matching(_ -> true).test(new Candidate(socket)))))
                .toList();

        assertTrue(!whole.isEmpty() && whole.size() < SOCKETS.size(), whole::toString);
        assertEquals(whole, SOCKETS.stream().filter(chosen(question)).toList());
    }

    /** Nobody looks at each of a million addresses to find those of a network. */
    @Test
    void asksForNetworksAsSuch() throws WrongFilterException {
        Question question = SocketFilter.of("", parts("remoteAddress:192.0.2.0/24"), Candidate::new)
                .on(Question.between(Lives.NOON, Lives.NOON));
        assertEquals(
                List.of(InNetworks.of(List.of(Network.parse("192.0.2.0/24")))),
                question.conditions().stream().map(Condition::remote).toList());
    }

    private static Predicate<Connection> chosen(Question question) {
        return socket -> question.filter().test(socket)
                && question.conditions().stream().allMatch(condition -> condition.test(socket));
    }

    /** Returns the parts as the table has them, in which all columns of sockets are visible. */
    private static List<List<FilterPart<HistoryRow>>> parts(String text) throws WrongFilterException {
        List<Column<HistoryRow>> columns = HistoryColumns.model().columns();
        return Filter.parts(
                text,
                columns,
                columns.stream()
                        .filter(column -> HistoryColumns.isOfSockets(column.id()))
                        .toList(),
                HistoryColumns::isOfSockets);
    }
}
