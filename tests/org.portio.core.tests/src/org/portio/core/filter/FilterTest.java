// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.core.field.ConnectionFields;

class FilterTest {

    private static final List<FilterColumn<Connection>> COLUMNS = ConnectionFields.ALL.stream()
            .filter(field -> field.title() != null)
            .map(field -> FilterColumn.of(field.id(), FieldCells.of(field)))
            .toList();

    private static final Map<String, Connection> SOCKETS = Map.of(
            "web", listener("0.0.0.0:3000", "node", 41),
            "own", listener("127.0.0.1:3001", "node", 42),
            "six", listener("[::1]:5432", "postgres", 43),
            "out",
                    Connection.of(Protocol.TCP, AddressFamily.IPV4, Endpoint.parse("10.0.0.7:40000"))
                            .remote(Endpoint.parse("10.9.0.1:443"))
                            .state(TcpState.TIME_WAIT)
                            .build(),
            "dns",
                    Connection.of(Protocol.UDP, AddressFamily.IPV4, Endpoint.parse("127.0.0.53:53"))
                            .build());

    private static Connection listener(String local, String name, long pid) {
        Endpoint end = Endpoint.parse(local);
        return Connection.of(Protocol.TCP, local.startsWith("[") ? AddressFamily.IPV6 : AddressFamily.IPV4, end)
                .state(TcpState.LISTEN)
                .owners(List.of(new ProcessInfo(pid, Instant.EPOCH, name, "", "", null, 1)), Ownership.KNOWN)
                .build();
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = ';',
            value = {
                "port:3000-3010 process:node !loopback; web",
                "port:3000-3010; own web",
                "loopback; dns own six",
                "localhost; dns own six",
                "!localhost; out web",
                "10.0.0.0/8; out",
                "state:time_wait; out",
                "state:listen|time-wait !postgres; out own web",
                "process:postgres or port:443; out six",
                "process:node port:3000 or protocol:udp; dns web",
                "OR node or; own web",
                "\"or\"; ''",
                "pid:>41; own six",
                "protocol:udp,tcp pid:42; own",
                "127.0.0.53:53; dns",
            })
    void choosesSocketsByTheirFields(String filter, String expected) throws WrongFilterException {
        Predicate<Connection> chosen = Filter.parse(filter, COLUMNS, COLUMNS);

        assertEquals(
                expected,
                String.join(
                        " ",
                        SOCKETS.keySet().stream()
                                .filter(name -> chosen.test(SOCKETS.get(name)))
                                .sorted()
                                .toList()));
    }

    @Test
    void tellsWhichTermIsWrongAndWhy() {
        WrongFilterException wrong = assertThrows(
                WrongFilterException.class, () -> Filter.parse("node or port:3010-3000 udp", COLUMNS, COLUMNS));

        assertEquals("port:3010-3000", wrong.term());
        assertEquals("in \"3010-3000\" the lower number must come first.", wrong.getMessage());
    }

    @Test
    void hasNoPartsIfOneAlternativeAsksOtherColumns() throws WrongFilterException {
        Predicate<String> ports = id -> id.endsWith("Port");

        assertEquals(
                1, Filter.parts("port:80 process:node", COLUMNS, COLUMNS, ports).size());
        assertEquals(
                2,
                Filter.parts("port:80 or port:443 udp", COLUMNS, COLUMNS, ports).size());
        assertEquals(List.of(), Filter.parts("port:80 or process:node", COLUMNS, COLUMNS, ports));
    }
}
