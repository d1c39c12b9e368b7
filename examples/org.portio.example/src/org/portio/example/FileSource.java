// SPDX-License-Identifier: EPL-2.0
package org.portio.example;

import java.io.IOException;
import java.net.Inet4Address;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionSource;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;

/** Shows the listeners that a file names, a line each, such as {@code 10.0.0.7:5432}: what another machine has written down. */
@Component(property = "service.ranking:Integer=200")
public final class FileSource implements ConnectionSource {

    private static final String VARIABLE = "PORTIO_EXAMPLE_LISTENERS";

    @Override
    public String name() {
        return "file";
    }

    @Override
    public boolean isAvailable() {
        return System.getenv(VARIABLE) != null;
    }

    @Override
    public Snapshot read() throws ConnectionException {
        Path file = Path.of(System.getenv(VARIABLE));
        try {
            List<Connection> listeners =
                    Files.readAllLines(file).stream().map(FileSource::listener).toList();
            return new Snapshot(Instant.now(), name(), listeners, List.of());
        } catch (IOException | IllegalArgumentException e) {
            throw new ConnectionException("cannot read listeners from " + file + ": " + e.getMessage(), e);
        }
    }

    private static Connection listener(String line) {
        Endpoint local = Endpoint.parse(line.strip());
        boolean isIpv4 = local.address() instanceof Inet4Address;
        return Connection.of(Protocol.TCP, isIpv4 ? AddressFamily.IPV4 : AddressFamily.IPV6, local)
                .state(TcpState.LISTEN)
                .build();
    }
}
