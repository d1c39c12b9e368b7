// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The SSH session that PortIO runs in: to block its port may lock the user out of the machine. */
final class SshSession {

    private static final String VARIABLE = "SSH_CONNECTION";

    private SshSession() {}

    /** Its local ports, also where sudo has taken the variable out of the environment: then a parent has it. */
    static Set<Integer> ports() {
        Set<Integer> ports = new HashSet<>();
        port(System.getenv(VARIABLE)).ifPresent(ports::add);
        Optional<ProcessHandle> process = ProcessHandle.current().parent();
        while (process.isPresent()) {
            port(variable(process.get().pid())).ifPresent(ports::add);
            process = process.get().parent();
        }
        return ports;
    }

    /** The last of {@code CLIENT PORT SERVER PORT}. */
    static Optional<Integer> port(String connection) {
        String[] words = connection == null ? new String[0] : connection.split(" ");
        if (words.length != 4 || !words[3].matches("\\d{1,5}")) {
            return Optional.empty();
        }
        return Optional.of(Integer.valueOf(words[3]));
    }

    private static String variable(long pid) {
        try {
            String environment = Files.readString(Path.of("/proc/" + pid + "/environ"), StandardCharsets.ISO_8859_1);
            for (String entry : environment.split("\0")) {
                if (entry.startsWith(VARIABLE + "=")) {
                    return entry.substring(VARIABLE.length() + 1);
                }
            }
        } catch (IOException _) {
            // Not a process of this user's, or a system without such files.
        }
        return null;
    }
}
