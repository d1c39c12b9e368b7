// SPDX-License-Identifier: EPL-2.0
package org.portio.core.port;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import org.portio.core.Protocol;

/** Names of well-known ports, as {@code services(5)} lists them: 443 on TCP is {@code https}. */
public final class ServiceNames {

    private static final int MAX_PORT = 65535;

    /** The names, with protocol and port in one number: a record as a key would noticeably slow down a command. */
    private final Map<Integer, String> names;

    private ServiceNames(Map<Integer, String> names) {
        this.names = names;
    }

    /** Creates one from the system's services database; without any name if the system has none. */
    public static ServiceNames ofSystem() {
        Path file = systemFile();
        if (!Files.isReadable(file)) {
            return new ServiceNames(Map.of());
        }
        try {
            // Latin-1 reads any byte: an odd comment must not cost all names.
            return parse(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            System.getLogger(ServiceNames.class.getName())
                    .log(System.Logger.Level.WARNING, "no service names: cannot read " + file, e);
            return new ServiceNames(Map.of());
        }
    }

    /** Creates one from lines of a services file: name, port/protocol, aliases; the first entry of a port gives its name. */
    public static ServiceNames parse(List<String> lines) {
        Map<Integer, String> names = new HashMap<>();
        for (String line : lines) {
            int comment = line.indexOf('#');
            StringTokenizer words = new StringTokenizer(comment < 0 ? line : line.substring(0, comment));
            if (words.countTokens() >= 2) {
                add(names, words.nextToken(), words.nextToken());
            }
        }
        return new ServiceNames(names);
    }

    /** Adds the name of a TCP or UDP port; skips other protocols of {@code services(5)} and malformed entries. */
    private static void add(Map<Integer, String> names, String name, String portAndProtocol) {
        int slash = portAndProtocol.indexOf('/');
        Protocol protocol = switch (portAndProtocol.substring(slash + 1)) {
            case "tcp" -> Protocol.TCP;
            case "udp" -> Protocol.UDP;
            default -> null;
        };
        int port = slash < 1 ? -1 : port(portAndProtocol.substring(0, slash));
        if (protocol != null && port >= 0) {
            names.putIfAbsent(key(protocol, port), name);
        }
    }

    private static int port(String text) {
        try {
            int port = Integer.parseInt(text);
            return port <= MAX_PORT ? port : -1;
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private static int key(Protocol protocol, int port) {
        return protocol.ordinal() << 16 | port;
    }

    /** Returns the name of the service that is registered for this port; empty if there is none. */
    public Optional<String> name(Protocol protocol, int port) {
        return Optional.ofNullable(names.get(key(protocol, port)));
    }

    private static Path systemFile() {
        String windows = System.getenv("SystemRoot");
        return windows == null ? Path.of("/etc/services") : Path.of(windows, "System32", "drivers", "etc", "services");
    }
}
