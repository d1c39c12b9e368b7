// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import org.eclipse.swt.custom.StyledText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The view Netstat Output on real sockets of this process. */
@ExtendWith(InWorkbench.class)
class NetstatViewTest {

    @Test
    void printsTheSnapshotAsNetstatDoes() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            StyledText text = Ui.show(Ui.NETSTAT, StyledText.class);
            // Java's sockets are dual-stack, which netstat shows as tcp6 with the IPv4 address unmapped.
            String row = "tcp6 +0 +0 127\\.0\\.0\\.1:%d +:::\\* +LISTEN +%d/java *"
                    .formatted(server.getLocalPort(), ProcessHandle.current().pid());

            Ui.until(
                    () -> "no such row in:\n" + text.getText(),
                    () -> text.getText().lines().anyMatch(line -> line.matches(row)));

            assertTrue(text.getText().startsWith("Active Internet connections (servers and established)"));
        }
    }
}
