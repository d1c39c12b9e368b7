// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.TcpState;
import org.portio.core.field.ConnectionFields;
import org.portio.core.filter.FieldCells;
import org.portio.core.filter.Filter;
import org.portio.core.filter.FilterColumn;
import org.portio.testing.Sockets;

class TerminalCommandsTest {

    private static final Connection LISTENER = Sockets.listener("0.0.0.0", 8080, Sockets.process(42, "web"));
    private static final Connection OTHER = Sockets.listener("127.0.0.1", 8081, Sockets.process(42, "web"));
    private static final Connection IPV6 = Sockets.tcp(
            Sockets.endpoint("::1", 50_000),
            Sockets.endpoint("::1", 8080),
            TcpState.ESTABLISHED,
            Sockets.process(43, "curl"));
    private static final Connection MAPPED = Sockets.tcp(
            Sockets.endpoint("::ffff:127.0.0.1", 8080),
            Sockets.endpoint("::ffff:127.0.0.1", 50_001),
            TcpState.ESTABLISHED,
            Sockets.process(42, "web"));
    private static final Connection UDP =
            Sockets.udp(Sockets.endpoint("127.0.0.1", 8080), null, Sockets.process(44, "dns"));
    private static final List<Connection> ALL = List.of(LISTENER, OTHER, IPV6, MAPPED, UDP);

    @Test
    void theListedRowsAreTheSelectedOnes() throws Exception {
        for (Connection row : ALL) {
            assertEquals(List.of(row), listed(List.of(row)), TerminalCommands.list(List.of(row)));
        }
        assertEquals(List.of(OTHER, UDP), listed(List.of(OTHER, UDP)));
        assertEquals(
                "portio list 'protocol:tcp localPort:8080 state:listen'", TerminalCommands.list(List.of(LISTENER)));
    }

    @Test
    void rowsOfOtherNamespacesAreLookedForThere() {
        assertEquals(
                "portio list --all-namespaces 'protocol:tcp localPort:8080 state:listen'",
                TerminalCommands.list(List.of(LISTENER.with().namespace("blue").build())));
    }

    @Test
    void aListenerIsEndedByItsPortAndOthersByTheirProcesses() {
        assertEquals("portio kill --port 8080 --tcp", TerminalCommands.kill(List.of(LISTENER)));
        assertEquals("portio kill --port 8080 --udp", TerminalCommands.kill(List.of(UDP)));
        assertEquals("portio kill 42 && portio kill 43", TerminalCommands.kill(List.of(LISTENER, OTHER, IPV6)));
        assertEquals(
                "portio kill 42",
                TerminalCommands.kill(List.of(LISTENER.with().namespace("blue").build())));
    }

    /** Runs the filter of the command as the command line does. */
    private static List<Connection> listed(List<Connection> rows) throws Exception {
        String filter = TerminalCommands.list(rows).replaceFirst("^portio list '(.*)'$", "$1");
        List<FilterColumn<Connection>> columns = ConnectionFields.ALL.stream()
                .filter(field -> field.title() != null)
                .map(field -> FilterColumn.of(field.id(), FieldCells.of(field)))
                .toList();
        return ALL.stream().filter(Filter.parse(filter, columns, columns)).toList();
    }
}
