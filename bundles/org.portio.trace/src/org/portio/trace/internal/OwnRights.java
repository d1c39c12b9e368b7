// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal;

import java.nio.file.Path;
import java.util.List;
import org.portio.core.kernel.SystemSettings;
import org.portio.trace.internal.process.Caller;
import org.portio.trace.internal.process.ProcessFile;
import org.portio.trace.internal.socket.AskedAddress;

/**
 * Whether this process may bind for another: where it has more rights, as for port 80, the kernel must see the other one. Where it
 * has fewer, its own attempt fails, and the kernel is left to decide.
 */
final class OwnRights {

    private static final int SAFE = 1024;
    private static final List<String> FIELDS = List.of("Uid:", "Gid:", "CapEff:");

    private final int firstFree = SystemSettings.value("net/ipv4/ip_unprivileged_port_start")
            .map(Integer::parseInt)
            .orElse(SAFE);
    private final String own = rights(Path.of("/proc/thread-self"));

    boolean suffice(AskedAddress address, Caller caller) {
        int port = address.address().getPort();
        return port == 0 || port >= firstFree || own.equals(rights(caller.folder()));
    }

    private static String rights(Path folder) {
        String status = ProcessFile.text(folder.resolve("status")).orElse("");
        String fields = status.lines()
                .filter(line -> FIELDS.stream().anyMatch(line::startsWith))
                .toList()
                .toString();
        return fields + ProcessFile.link(folder.resolve("ns/user")).orElse("");
    }
}
