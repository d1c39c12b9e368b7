// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Recognition;
import org.portio.core.process.Recognition.Kind;
import org.portio.core.ui.internal.FakeProcesses;
import org.portio.testing.Sockets;

class OriginSectionTest {

    private static final String GROUP = "/system.slice/docker-0123456789ab.scope";

    private final ProcessInfo owner = Sockets.process(12, "java");
    private final Connection listener = Sockets.listener("127.0.0.1", 80, owner);
    private final FakeProcesses processes = new FakeProcesses(owner);
    private final OriginSection section = new OriginSection(processes);

    @Test
    void tellsWhatIsReportedFirstAndMarksWhatIsInferred() {
        List<ProcessInfo> ancestors = List.of(Sockets.process(7, "bash"), Sockets.process(1, "systemd"));
        processes.tell(
                owner,
                new ProcessOrigin(
                        ancestors,
                        "/srv",
                        GROUP,
                        List.of(
                                new Recognition(Kind.SERVER, "Tomcat", ""),
                                new Recognition(Kind.PROJECT, "shop", "pom.xml in /srv"),
                                new Recognition(Kind.UNIT, "docker-0123456789ab.scope", "the control group " + GROUP),
                                new Recognition(Kind.CONTAINER, "0123456789ab", "the control group " + GROUP))));

        List<PropertyCategory> categories = section.categories(listener);

        assertEquals(List.of("Origin of java (12)"), Lines.titles(categories));
        assertEquals(
                List.of(
                        "Started By: bash (7) \u2190 systemd (1)",
                        "Working Directory: /srv",
                        "Process Control Group: " + GROUP,
                        "Server: Tomcat (inferred)",
                        "Project: shop (inferred from pom.xml in /srv)",
                        "Unit: docker-0123456789ab.scope (inferred from the control group " + GROUP + ")",
                        "Container: 0123456789ab (inferred from the control group " + GROUP + ")"),
                Lines.of(categories));
    }

    @Test
    void leavesOutWhatCannotBeRead() {
        processes.tell(owner, new ProcessOrigin(List.of(), "", "", List.of()));

        assertEquals(List.of(), section.categories(listener));
    }

    @Test
    void tellsNothingOfAProcessThatHasEnded() {
        assertEquals(List.of(), section.categories(listener));
    }
}
