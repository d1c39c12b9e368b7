// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * The uid that the kernel tells in place of one that the user namespace of a process does not have (user_namespaces(7)). There
 * may be a user of that number, such as nobody; if the namespace does not have that one, it stands for others only.
 */
final class OverflowUid {

    private static final Path MAP = Path.of("/proc/self/uid_map");
    private static final Path OVERFLOW = Path.of("/proc/sys/kernel/overflowuid");
    private static final long ALL = 4_294_967_295L;

    private OverflowUid() {}

    /** Returns an empty result if it is a user of this namespace, or the system has none. */
    static OptionalLong ofThisProcess() {
        try {
            List<String> map = Files.readAllLines(MAP, StandardCharsets.US_ASCII);
            if (hasAll(map)) {
                return OptionalLong.empty();
            }
            long uid = Long.parseLong(Files.readAllLines(OVERFLOW, StandardCharsets.US_ASCII)
                    .getFirst()
                    .strip());
            return has(map, uid) ? OptionalLong.empty() : OptionalLong.of(uid);
        } catch (IOException | RuntimeException _) {
            return OptionalLong.empty();
        }
    }

    private static boolean hasAll(List<String> map) {
        return map.size() == 1 && has(map, 0) && has(map, ALL - 1);
    }

    /** Tells whether one of the ranges of a map has this uid: each line is its first uid inside, the one outside, and its length. */
    static boolean has(List<String> map, long uid) {
        return map.stream().map(line -> line.strip().split("\\s+")).anyMatch(range -> {
            long first = Long.parseLong(range[0]);
            return uid >= first && uid < first + Long.parseLong(range[2]);
        });
    }
}
