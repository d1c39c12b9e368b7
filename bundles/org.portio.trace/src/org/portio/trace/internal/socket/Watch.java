// SPDX-License-Identifier: EPL-2.0
package org.portio.trace.internal.socket;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.portio.trace.internal.process.ProcessFile;

/**
 * An entry of a set of epoll(7).
 *
 * @param epoll the process's descriptor of the set
 * @param descriptor the number under which the socket is in the set, which is part of the entry's name
 * @param data what the process is told when something happens
 */
record Watch(int epoll, int descriptor, int events, long data) {

    private static final Pattern ENTRY = Pattern.compile(
            "tfd:\\s*(\\d+)\\s+events:\\s*([0-9a-f]+)\\s+data:\\s*([0-9a-f]+).*?\\bino:\\s*([0-9a-f]+)");
    private static final int HEX = 16;

    /** Reads the entries for the socket with this inode. */
    static List<Watch> of(Path process, int epoll, long inode) {
        String text = ProcessFile.text(process.resolve("fdinfo").resolve(Integer.toString(epoll)))
                .orElse("");
        return ENTRY.matcher(text)
                .results()
                .filter(found -> Long.parseLong(found.group(4), HEX) == inode)
                .map(found -> new Watch(
                        epoll,
                        Integer.parseInt(found.group(1)),
                        Integer.parseUnsignedInt(found.group(2), HEX),
                        Long.parseUnsignedLong(found.group(3), HEX)))
                .toList();
    }
}
