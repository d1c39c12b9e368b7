// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Sockets of this network namespace that are neither TCP nor UDP, which PortIO does not list. Linux only. */
public final class UnlistedSockets {

    private static final Path PROTOCOLS = Path.of("/proc/net/protocols");

    /** By the kernel's names of protocols, how people call them. */
    private static final Map<String, String> KINDS = kinds();

    private UnlistedSockets() {}

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("RAW", "raw");
        kinds.put("RAWv6", "raw");
        kinds.put("PING", "ping");
        kinds.put("PINGv6", "ping");
        kinds.put("UDP-Lite", "UDP-Lite");
        kinds.put("UDPLITEv6", "UDP-Lite");
        kinds.put("PACKET", "packet");
        kinds.put("SCTP", "SCTP");
        kinds.put("SCTPv6", "SCTP");
        kinds.put("DCCP", "DCCP");
        kinds.put("DCCPv6", "DCCP");
        return kinds;
    }

    /** As {@code 2 raw, 1 packet}; empty if there are none, or the system does not tell. */
    public static String text() {
        try {
            return text(Files.readAllLines(PROTOCOLS));
        } catch (IOException _) {
            return "";
        }
    }

    /** From the lines of that table: a name, a size, a number of sockets and more. */
    public static String text(List<String> table) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        KINDS.values().forEach(kind -> counts.put(kind, 0));
        for (String line : table) {
            String[] fields = line.split(" +");
            String kind = fields.length > 2 ? KINDS.get(fields[0]) : null;
            if (kind != null) {
                counts.merge(kind, Integer.parseInt(fields[2]), Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .filter(count -> count.getValue() > 0)
                .map(count -> count.getValue() + " " + count.getKey())
                .collect(Collectors.joining(", "));
    }
}
