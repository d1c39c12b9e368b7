// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of well-known ports, as {@code services(5)} lists them: 443 on TCP is {@code https}. */
public final class ServiceNames {

    private static final System.Logger LOG = System.getLogger(ServiceNames.class.getName());
    private static final Pattern ENTRY = Pattern.compile("^\\s*([^#\\s]+)\\s+(\\d{1,5})/(tcp|udp)\\b.*");

    private record Port(Protocol protocol, int number) {}

    private final Map<Port, String> names;

    private ServiceNames(Map<Port, String> names) {
        this.names = Map.copyOf(names);
    }

    /** From the system's services database; without any name where the system has none. */
    public static ServiceNames ofSystem() {
        Path file = systemFile();
        if (!Files.isReadable(file)) {
            return new ServiceNames(Map.of());
        }
        try {
            // Latin-1 reads any byte: an odd comment must not cost all names.
            return parse(Files.readAllLines(file, StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "no service names: cannot read " + file, e);
            return new ServiceNames(Map.of());
        }
    }

    /** From lines of a services file: name, port/protocol, aliases; the first entry of a port gives its name. */
    public static ServiceNames parse(List<String> lines) {
        Map<Port, String> names = new HashMap<>();
        for (String line : lines) {
            Matcher entry = ENTRY.matcher(line);
            if (entry.matches()) {
                Protocol protocol = Protocol.valueOf(entry.group(3).toUpperCase(Locale.ROOT));
                names.putIfAbsent(new Port(protocol, Integer.parseInt(entry.group(2))), entry.group(1));
            }
        }
        return new ServiceNames(names);
    }

    /** Name of the service that is registered for this port; empty where there is none. */
    public Optional<String> name(Protocol protocol, int port) {
        return Optional.ofNullable(names.get(new Port(protocol, port)));
    }

    private static Path systemFile() {
        String windows = System.getenv("SystemRoot");
        return windows == null ? Path.of("/etc/services") : Path.of(windows, "System32", "drivers", "etc", "services");
    }
}
