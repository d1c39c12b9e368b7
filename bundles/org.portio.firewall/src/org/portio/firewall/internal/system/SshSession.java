// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * An SSH session that PortIO runs in: to block one of its ends may lock the user out of the machine.
 *
 * @param clientPort that of the other machine
 * @param serverPort that of this one, as the SSH server sees it
 * @param dialledPort the one that the client connected to; another if NAT turns it to the server's
 */
public record SshSession(int clientPort, int serverPort, int dialledPort) {

    private static final String VARIABLE = "SSH_CONNECTION";
    private static final int WORDS = 4;

    /** Creates one without NAT. */
    public SshSession(int clientPort, int serverPort) {
        this(clientPort, serverPort, serverPort);
    }

    /** Looks also if sudo has taken the variable out of the environment: then a parent has it. */
    public static Set<SshSession> ofThisProcess() {
        Set<SshSession> sessions = new HashSet<>();
        parse(System.getenv(VARIABLE)).ifPresent(sessions::add);
        Optional<ProcessHandle> process = ProcessHandle.current().parent();
        while (process.isPresent()) {
            parse(variable(process.get().pid())).ifPresent(sessions::add);
            process = process.get().parent();
        }
        return sessions.isEmpty() ? sessions : dialled(sessions, Translations.ofSystem(SystemPrograms.ofSystem()));
    }

    /** Blocks come before NAT, or after it: either port may be the one that they affect. */
    static Set<SshSession> dialled(Set<SshSession> sessions, Translations translations) {
        return sessions.stream()
                .map(session -> new SshSession(
                        session.clientPort,
                        session.serverPort,
                        translations
                                .dialled(session.clientPort, session.serverPort)
                                .orElse(session.serverPort)))
                .collect(Collectors.toSet());
    }

    /** Parses {@code CLIENT PORT SERVER PORT}. */
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
