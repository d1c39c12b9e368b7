// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.portio.core.ProcessInfo;
import org.portio.core.kernel.Syscalls;
import org.portio.core.linux.internal.netlink.NetlinkDump;
import org.portio.core.linux.internal.netlink.SocketRecords;
import org.portio.core.linux.internal.owner.Holding;
import org.portio.core.linux.internal.owner.Owners;
import org.portio.core.linux.internal.owner.ProcFs;
import org.portio.core.process.ProcessReader;
import org.portio.core.process.UserNames;

/** Tests against the kernel: a second process gets a socket while the number of its descriptors stays the same. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "asks the Linux kernel")
class PassedSocketTest {

    /** The same on every architecture. */
    private static final int PIDFD_OPEN = 434;

    private static final int PIDFD_GETFD = 438;
    private static final int THEIR_DESCRIPTOR = 3;
    private static final InetAddress LOOPBACK = InetAddress.ofLiteral("127.0.0.1");

    private final Syscalls kernel = new Syscalls();
    private final SocketRecords records = new SocketRecords();
    private final Owners owners =
            new Owners(new ProcessReader(Path.of("/proc"), UserNames.ofSystem()), ProcFs::new, Duration.ZERO);

    @Test
    void isFoundByAFullScan() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, LOOPBACK)) {
            Process shell = new ProcessBuilder(
                            "bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/" + server.getLocalPort() + "; read")
                    .start();
            try (Socket accepted = server.accept();
                    NetlinkDump dump = new NetlinkDump()) {
                assertEquals(List.of(shell.pid()), pids(dump, accepted.getPort()));
                long copy = takeInPlaceOfAnother(shell.pid());
                try {
                    // The older one first.
                    List<Long> both = List.of(ProcessHandle.current().pid(), shell.pid());
                    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
                    while (!pids(dump, accepted.getPort()).equals(both)) {
                        assertTrue(System.nanoTime() < end, "no full scan has found it");
                    }
                } finally {
                    kernel.call(Syscalls.CLOSE, copy, 0, 0, 0);
                }
            } finally {
                shell.destroy();
                shell.waitFor();
            }
        }
    }

    /** Takes the shell's socket in place of a file that is closed. */
    private long takeInPlaceOfAnother(long pid) throws Exception {
        try (FileInputStream file = new FileInputStream("/dev/null")) {
            assertEquals(-1, file.read());
            long handle = kernel.call(PIDFD_OPEN, pid, 0, 0, 0);
            long copy = kernel.call(PIDFD_GETFD, handle, THEIR_DESCRIPTOR, 0, 0);
            int errno = kernel.errno();
            kernel.call(Syscalls.CLOSE, handle, 0, 0, 0);
            assumeTrue(copy >= 0, "the kernel does not let this process take a descriptor: errno " + errno);
            return copy;
        }
    }

    private List<Long> pids(NetlinkDump dump, int localPort) throws Exception {
        records.read(dump);
        owners.update(records);
        for (int i = 0; i < records.count(); i++) {
            if (records.isTcp(i) && records.localPort(i) == localPort && records.remotePort(i) != 0) {
                Holding holding = owners.of(i);
                return holding == null
                        ? List.of()
                        : holding.owners().stream().map(ProcessInfo::pid).toList();
            }
        }
        return List.of();
    }
}
