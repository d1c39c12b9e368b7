// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.row;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.Ownership;
import org.portio.core.ProcessInfo;
import org.portio.core.TcpState;
import org.portio.testing.Sockets;

class RowReasonsTest {

    private static final ProcessInfo WEB = new ProcessInfo(42, null, "web", "", "/opt/web/bin/web", null, 1);
    private static final ProcessInfo SH = new ProcessInfo(43, null, "sh", "", "/bin/sh", null, 1);
    private static final Connection LISTENER = Sockets.listener("0.0.0.0", 8080, WEB);
    private static final Connection LOCAL = connection("127.0.0.1", WEB);
    private static final Connection FAR = connection("192.0.2.7", SH);

    @Test
    void eachActionIsPossibleWhereItCanWork() {
        for (RowAction action : List.of(
                RowAction.SELECT_PROCESS,
                RowAction.OPEN_IN_BROWSER,
                RowAction.COPY_URL,
                RowAction.OPEN_FILE_LOCATION,
                RowAction.COPY_LIST_COMMAND,
                RowAction.COPY_KILL_COMMAND)) {
            assertEquals("", RowReasons.whyNot(action, List.of(LISTENER)), action.id());
        }
        assertEquals("", RowReasons.whyNot(RowAction.OTHER_END, List.of(LOCAL)));
        assertEquals("", RowReasons.whyNot(RowAction.OPEN_IN_BROWSER, List.of(LOCAL)));
        assertEquals("", RowReasons.whyNot(RowAction.RESOLVE_NAME, List.of(FAR)));
    }

    @Test
    void withoutARowNothingIsPossible() {
        for (RowAction action : RowAction.values()) {
            assertEquals("no connection is selected", RowReasons.whyNot(action, List.of()));
        }
    }

    @Test
    void theReasonIsThatOfTheRow() {
        assertEquals("not connected", RowReasons.whyNot(RowAction.OTHER_END, List.of(LISTENER)));
        assertEquals(
                "the other end has closed",
                RowReasons.whyNot(
                        RowAction.OTHER_END,
                        List.of(LOCAL.with().state(TcpState.TIME_WAIT).build())));
        assertEquals("the other end is on another machine", RowReasons.whyNot(RowAction.OTHER_END, List.of(FAR)));
        assertEquals("no server of this machine", RowReasons.whyNot(RowAction.OPEN_IN_BROWSER, List.of(FAR)));
        assertEquals(
                "select one connection only", RowReasons.whyNot(RowAction.OPEN_IN_BROWSER, List.of(LISTENER, LOCAL)));
        assertEquals(
                "only for TCP",
                RowReasons.whyNot(
                        RowAction.COPY_URL, List.of(Sockets.udp(Sockets.endpoint("0.0.0.0", 53), null, WEB))));
        assertEquals(
                "in another network namespace",
                RowReasons.whyNot(
                        RowAction.COPY_URL,
                        List.of(LISTENER.with().namespace("blue").build())));
        assertEquals("several executables", RowReasons.whyNot(RowAction.OPEN_FILE_LOCATION, List.of(LISTENER, FAR)));
        assertEquals(
                "no remote address that a name server knows",
                RowReasons.whyNot(RowAction.RESOLVE_NAME, List.of(LOCAL, LISTENER)));
    }

    @Test
    void aHiddenProcessIsToldFromNone() {
        Connection hidden = LISTENER.with().owners(List.of(), Ownership.HIDDEN).build();
        Connection none = LOCAL.with()
                .owners(List.of(), Ownership.NONE)
                .state(TcpState.TIME_WAIT)
                .build();
        for (RowAction action :
                List.of(RowAction.SELECT_PROCESS, RowAction.COPY_KILL_COMMAND, RowAction.OPEN_FILE_LOCATION)) {
            assertEquals("you cannot see its process", RowReasons.whyNot(action, List.of(hidden)));
            assertEquals("no process has this socket", RowReasons.whyNot(action, List.of(none)));
        }
    }

    @Test
    void aGreatManyRowsAreNotLookedAt() {
        assertEquals(
                "for at most 1000 connections",
                RowReasons.whyNot(RowAction.SELECT_PROCESS, Collections.nCopies(1_001, LISTENER)));
        assertEquals(
                "for at most 20 connections",
                RowReasons.whyNot(RowAction.COPY_LIST_COMMAND, Collections.nCopies(21, LISTENER)));
    }

    private static Connection connection(String remote, ProcessInfo owner) {
        return Sockets.tcp(
                Sockets.endpoint("127.0.0.1", 50_000), Sockets.endpoint(remote, 443), TcpState.ESTABLISHED, owner);
    }
}
