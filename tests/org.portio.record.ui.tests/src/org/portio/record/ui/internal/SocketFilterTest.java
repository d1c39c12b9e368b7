// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.record.Question;
import org.portio.record.ui.internal.HistoryRow.Candidate;
import org.portio.ui.table.Column;
import org.portio.ui.table.filter.FilterPart;
import org.portio.ui.table.filter.FilterPart.Alternative;
import org.portio.ui.table.filter.FilterTerm;
import org.portio.ui.table.filter.WrongFilterException;

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
                "state:established address:127.0.0.1"
            })
    void choosesByPartsWhatTheFilterChooses(String text) {
        List<FilterPart<HistoryRow>> parts = parts(text);
        Question question = SocketFilter.of(text, parts).on(Question.between(Lives.NOON, Lives.NOON));

        List<Connection> whole = SOCKETS.stream()
                .filter(socket ->
                        parts.stream().allMatch(part -> part.matching(_ -> true).test(new Candidate(socket))))
                .toList();

        assertTrue(!whole.isEmpty() && whole.size() < SOCKETS.size(), whole::toString);
        assertEquals(whole, SOCKETS.stream().filter(chosen(question)).toList());
    }

    private static Predicate<Connection> chosen(Question question) {
        return socket -> question.filter().test(socket)
                && question.conditions().stream().allMatch(condition -> condition.test(socket));
    }

    /** Returns the parts as the table has them, in which all columns of sockets are visible. */
    private static List<FilterPart<HistoryRow>> parts(String text) {
        return FilterTerm.parse(text).stream().map(SocketFilterTest::part).toList();
    }

    private static FilterPart<HistoryRow> part(FilterTerm term) {
        List<Alternative<HistoryRow>> alternatives = new ArrayList<>();
        boolean isNamed =
                !term.name().isEmpty() && columns(term.name()).findAny().isPresent();
        columns(isNamed ? term.name() : "").forEach(column -> {
            for (String value : isNamed ? term.values() : term.words()) {
                try {
                    alternatives.add(new Alternative<>(
                            column.id(),
                            isNamed
                                    ? column.cells().named(term.name(), value)
                                    : column.cells().plain(value)));
                } catch (WrongFilterException e) {
                    throw new AssertionError(e);
                }
            }
        });
        return new FilterPart<>(term.negated(), term.namesEnd(), alternatives);
    }

    private static Stream<Column<HistoryRow>> columns(String name) {
        return HistoryColumns.model().columns().stream()
                .filter(HistoryColumns::isOfSockets)
                .filter(column -> column.id().toLowerCase().contains(name.toLowerCase()));
    }
}
