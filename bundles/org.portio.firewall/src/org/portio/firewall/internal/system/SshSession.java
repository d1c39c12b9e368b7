// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * An SSH session that PortIO runs in: to block one of its ends may lock the user out of the machine.
 *
 * @param clientPort that of the other machine
 * @param serverPort that of this one
 */
public record SshSession(int clientPort, int serverPort) {

    private static final String VARIABLE = "SSH_CONNECTION";
    private static final int WORDS = 4;

    /** Looks also if sudo has taken the variable out of the environment: then a parent has it. */
    public static Set<SshSession> ofThisProcess() {
        Set<SshSession> sessions = new HashSet<>();
        parse(System.getenv(VARIABLE)).ifPresent(sessions::add);
        Optional<ProcessHandle> process = ProcessHandle.current().parent();
        while (process.isPresent()) {
            parse(variable(process.get().pid())).ifPresent(sessions::add);
            process = process.get().parent();
        }
        return sessions;
    }

    /** From {@code CLIENT PORT SERVER PORT}. */
    static Optional<SshSession> parse(String connection) {
        String[] words = connection == null ? new String[0] : connection.split(" ");
        if (words.length != WORDS || !words[1].matches("\\d{1,5}") || !words[3].matches("\\d{1,5}")) {
            return Optional.empty();
        }
        return Optional.of(new SshSession(Integer.parseInt(words[1]), Integer.parseInt(words[3])));
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
