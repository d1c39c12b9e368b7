// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Protocol;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Question;
import org.portio.core.internal.BindTrial.Outcome;
import org.portio.core.system.MissingRight;
import org.portio.testing.Sockets;

class SystemFindingsTest {

    @TempDir
    private Path settings;

    @Test
    void onADeniedPortTheAdviceFitsWhoAsksAndIsNoCommandWithABlankInIt() throws IOException {
        Files.writeString(settings.resolve("ip_unprivileged_port_start"), "1024\n");
        Scopes.Try denied = new Scopes.Try(Sockets.endpoint("127.0.0.1", 80), false, Outcome.DENIED);

        Finding finding = new SystemFindings(settings)
                .find(new Question(80, Protocol.TCP, "", Sockets.snapshot()), List.of(denied))
                .getFirst();

        String advice = MissingRight.isRoot()
                ? "the capability CAP_NET_BIND_SERVICE is missing, although this is root"
                : "start the service as root, or give its program the capability CAP_NET_BIND_SERVICE with setcap";
        assertEquals("ports below 1024 need privileges: " + advice, finding.what());
        assertEquals("", finding.remedy());
    }
}
