// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.system;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portio.core.system.CommandRunner;

/**
 * The connections of TCP as connection tracking sees them: with the addresses and ports that they were made with, before NAT
 * turned them to others. Only root sees them.
 */
final class Translations {

    private static final Path TABLE = Path.of("/proc/thread-self/net/nf_conntrack");
    private static final Duration LIMIT = Duration.ofSeconds(3);
    /** The two ports of the first packet, then those of the answer. */
    private static final Pattern PORTS =
            Pattern.compile(" sport=(\\d{1,5}) dport=(\\d{1,5}) .*? sport=(\\d{1,5}) dport=(\\d{1,5}) ");

    private final List<String> lines;

    Translations(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    /** Reads the kernel's table; some kernels have no such file, and show it to the program {@code conntrack} alone. */
    static Translations ofSystem(CommandRunner runner) {
        try {
            return new Translations(
                    Files.exists(TABLE)
                            ? Files.readAllLines(TABLE, StandardCharsets.ISO_8859_1)
                            : runner.run(List.of("conntrack", "-L", "-p", "tcp"), "", LIMIT)
                                    .out()
                                    .lines()
                                    .toList());
        } catch (IOException _) {
            // Without the rights, or without the program: then only the ports after NAT are known.
            return new Translations(new ArrayList<>());
        }
    }

    /** Returns the port that a client dialled for the connection between these two; nothing if that is not known. */
    OptionalInt dialled(int clientPort, int serverPort) {
        return lines.stream()
                .filter(line -> line.contains("tcp"))
                .map(line -> PORTS.matcher(line + " "))
                .filter(Matcher::find)
                .filter(ports -> port(ports, 3) == serverPort && port(ports, 4) == clientPort)
                .mapToInt(ports -> port(ports, 2))
                .findFirst();
    }

    private static int port(Matcher ports, int group) {
        return Integer.parseInt(ports.group(group));
    }
}
