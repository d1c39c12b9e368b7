// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.util.List;
import org.portio.core.Addresses;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.Endpoint;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;

/** Closes one TCP connection without ending its process. */
final class CloseCommand extends Subcommand {

    private final Argument<Endpoint> local =
            add(Argument.parameter(0, Endpoint.class, "LOCAL", "The end on this machine, as 10.0.0.1:80 or [::1]:80.")
                    .converters(EndpointConverter::convert));

    private final Argument<Endpoint> remote =
            add(Argument.parameter(1, Endpoint.class, "REMOTE", "The other end, as portio list shows it.")
                    .converters(EndpointConverter::convert));

    private final Argument<Boolean> allNamespaces =
            add(Argument.flag("--all-namespaces", "Also in other network namespaces, those of containers among them."));

    private final Argument<Boolean> yes = add(Argument.flag("--yes", "Do not ask."));

    CloseCommand() {
        super(
                "close",
                "Close one TCP connection without ending its process.",
                "",
                "Both ends find it reset. It asks first, and makes sure afterwards that the connection is gone. Linux"
                        + " only; needs privileges (CAP_NET_ADMIN). Exit code 1 where there is no such connection.");
    }

    @Override
    ExitCode run() throws ConnectionException {
        Confirmation confirmation = new Confirmation(services(), output(), yes.value());
        confirmation.checkThatItCanBeGiven();
        Snapshot snapshot = allNamespaces.value()
                ? services().monitor().snapshotOfAllNamespaces()
                : services().monitor().snapshot();
        List<Connection> meant =
                snapshot.connections().stream().filter(this::isMeant).toList();
        if (meant.isEmpty()) {
            output().note("there is no TCP connection " + local.value() + " -> " + remote.value());
            return ExitCode.FALSE;
        }
        confirmation.demand(
                meant.stream().map(one -> "closes " + ConnectionText.line(one)).toList());
        boolean closed = false;
        for (Connection connection : meant) {
            closed |= services().monitor().close(connection);
        }
        if (closed) {
            output().println("Closed " + local.value() + " -> " + remote.value() + ".");
        } else {
            output().note("the connection had gone already");
        }
        return closed ? ExitCode.OK : ExitCode.FALSE;
    }

    private boolean isMeant(Connection connection) {
        return connection.protocol() == Protocol.TCP
                && connection.remote() != null
                && same(connection.local(), local.value())
                && same(connection.remote(), remote.value());
    }

    /** Also where an IPv6 socket has an IPv4 connection. */
    private static boolean same(Endpoint one, Endpoint other) {
        return one.port() == other.port()
                && Addresses.unmapped(one.address()).equals(Addresses.unmapped(other.address()));
    }
}
