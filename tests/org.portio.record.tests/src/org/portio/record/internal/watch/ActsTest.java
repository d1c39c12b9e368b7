// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.core.system.ActionLog;
import org.portio.core.system.LoggedAction;
import org.portio.record.Act;

class ActsTest {

    @TempDir
    private Path folder;

    @Test
    void tellsWhatIsDoneFromNowOn() throws IOException {
        ActionLog log = new ActionLog(folder);
        log.write("block", "TCP 80 inbound", "nftables", "done");
        Acts acts = new Acts(folder);
        acts.begin();

        log.write("kill", "java (PID 42) on TCP 8080", "SIGTERM", "ended");

        List<Act> read = acts.read();
        assertEquals(1, read.size());
        assertEquals("kill", read.getFirst().action());
        assertEquals(8080, read.getFirst().port());
        assertEquals("ended", read.getFirst().result());
        assertEquals(List.of(), acts.read());
    }

    @ParameterizedTest
    @CsvSource({
        "TCP 8080 inbound, 8080",
        "TCP 10.0.0.1:80 -> 10.0.0.2:40000 of nginx (PID 12), 80",
        "TCP [::1]:81 -> [::1]:40000, 81",
        "java (PID 42) on UDP 53, 53",
        "java (PID 42) on port 99, 99",
        "TCP 8000-8100 inbound, 0",
        "TCP 99999, 0",
        "java (PID 42), 0"
    })
    void findsTheOnePortThatItConcerns(String what, int port) {
        assertEquals(
                port,
                Acts.act(new LoggedAction(Instant.EPOCH, "ann", "a", what, "b", "c"))
                        .port());
    }
}
