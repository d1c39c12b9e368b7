// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.util.List;
import java.util.Optional;
import org.portio.core.Connection;
import org.portio.core.Protocol;
import org.portio.core.address.Endpoint;
import org.portio.core.port.ServiceNames;

/** Finds the well-known service of a connection. */
final class PortServices {

    private volatile ServiceNames names;

    /** Creates one without any name until the system's are loaded. */
    PortServices() {
        this(ServiceNames.parse(List.of()));
    }

    PortServices(ServiceNames names) {
        this.names = names;
    }

    /** Reads a file: not for the UI thread. */
    void loadNamesOfSystem() {
        names = ServiceNames.ofSystem();
    }

    /** Returns the name of the lower port if both have one: the other was assigned to a client at random. */
    String name(Connection connection) {
        Endpoint remote = connection.remote();
        int local = connection.local().port();
        if (remote == null) {
            return name(connection.protocol(), local).orElse("");
        }
        return name(connection.protocol(), Math.min(local, remote.port()))
                .or(() -> name(connection.protocol(), Math.max(local, remote.port())))
                .orElse("");
    }

    /** Returns the same name, if it is that of this end. */
    String name(Connection connection, Endpoint end) {
        String name = name(connection);
        return name(connection.protocol(), end.port()).filter(name::equals).orElse("");
    }

    private Optional<String> name(Protocol protocol, int port) {
        return names.name(protocol, port);
    }
}
