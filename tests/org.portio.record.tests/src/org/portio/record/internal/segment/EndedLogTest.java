// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.segment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;
import org.portio.record.Account;
import org.portio.record.Evidence;
import org.portio.record.Moment;
import org.portio.record.Role;
import org.portio.record.Traffic;

class EndedLogTest {

    /** The number of sockets in a log of 8 MB, about, if each is told when it is seen and when it has ended. */
    private static final int SOCKETS = 100_000;

    private static final long LITTLE = 32 << 20;
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    @TempDir
    private Path home;

    private static Account account(long id, boolean ended) {
        Instant opened = NOON.plusMillis(id);
        return new Account(
                id,
                Connection.of(Protocol.TCP, AddressFamily.IPV4, Endpoint.parse("192.168.1.10:443"))
                        .remote(Endpoint.parse("10." + id % 200 + ".0.1:" + (1 + id % 60_000)))
                        .state(ended ? TcpState.CLOSED : TcpState.ESTABLISHED)
                        .inode(3 * id)
                        .platformKey(2 * id)
                        .build(),
                Role.INCOMING,
                Moment.at(opened, Evidence.SNAPSHOT),
                ended ? Moment.at(opened.plusMillis(id % 5000), Evidence.SOCKET_END) : null,
                Set.of(TcpState.ESTABLISHED),
                Map.of(),
                ended ? new Traffic(id, 7 * id, Duration.ofNanos(1000 * (id % 90)), id % 3) : null);
    }

    private static long heapInUse() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void isClosedWithoutAnObjectForEachSocket() throws Exception {
        Path file = home.resolve("1.log");
        try (LogWriter log = LogWriter.create(file, 1, NOON)) {
            for (long id = 1; id <= SOCKETS; id++) {
                log.add(account(id, false), false);
                log.add(account(id, id % 10 > 0), id == 7);
            }
        }
        long before = heapInUse();
        EndedLog log = EndedLog.read(file);
        Segment segment = log.segment(NOON.plusSeconds(200), id -> id == 20);
        long used = heapInUse() - before;

        assertTrue(used < LITTLE, used + " bytes");
        assertEquals(SOCKETS - SOCKETS / 10 + 1, segment.accounts().size());
        assertTrue(segment.accounts().containsAll(List.of(account(1, true), account(7, true), account(20, false))));
        assertEquals(Set.of(7L), segment.again());
        assertTrue(log.has(30) && log.has(SOCKETS));
        assertFalse(log.has(SOCKETS + 1));
    }
}
