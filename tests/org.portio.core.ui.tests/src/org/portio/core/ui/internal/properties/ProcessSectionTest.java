// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.TcpState;
import org.portio.testing.Sockets;
import org.portio.ui.TimeText;

class ProcessSectionTest {

    private final ProcessSection section = new ProcessSection();

    @Test
    void eachOwnerHasACategory() {
        Connection shared =
                Sockets.listener("127.0.0.1", 80, Sockets.process(7, "nginx"), Sockets.process(1234, "nginx"));

        List<PropertyCategory> categories = section.categories(shared);

        assertEquals(List.of("Process nginx (7)", "Process nginx (1234)"), Lines.titles(categories));
        assertEquals(
                List.of(
                        "Name: nginx",
                        "PID: 1234",
                        "Command Line: /usr/bin/nginx --serve",
                        "Executable: /usr/bin/nginx",
                        "User: root (0)",
                        "Started: " + TimeText.moment(Sockets.TIME, ZoneId.systemDefault()),
                        "Parent PID: 1"),
                Lines.of(categories.subList(1, 2)));
    }

    @Test
    void leavesOutWhatIsNotKnownOfAnOwner() {
        ProcessInfo owner = new ProcessInfo(7, null, "nginx", "", "", null, 0);

        assertEquals(
                List.of("Name: nginx", "PID: 7"),
                Lines.of(section.categories(Sockets.listener("127.0.0.1", 80, owner))));
    }

    @Test
    void aHiddenOwnerIsSaidToBeHidden() {
        assertEquals(
                List.of("Owner: hidden: you are not allowed to inspect the process"),
                Lines.of(section.categories(Sockets.listener("127.0.0.1", 80))));
    }

    @Test
    void aSocketThatHasNoOwnerIsSaidToHaveNone() {
        Connection waiting = Sockets.tcp(
                Sockets.endpoint("127.0.0.1", 80), Sockets.endpoint("127.0.0.1", 40000), TcpState.TIME_WAIT);

        assertEquals(List.of("Owner: none"), Lines.of(section.categories(waiting)));
    }
}
