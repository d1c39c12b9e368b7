// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import java.util.List;
import org.portio.cli.command.Argument;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.Confirmation;
import org.portio.cli.command.EndpointConverter;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.Subcommand;
import org.portio.cli.command.TextConverter;
import org.portio.cli.text.ConnectionText;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;

/** Closes one TCP connection without ending its process. */
public final class CloseCommand extends Subcommand {

    private final Argument<EndpointConverter.End> local = add(Argument.parameter(
                    0,
                    EndpointConverter.End.class,
                    "LOCAL",
                    "The local endpoint, such as 10.0.0.1:80, [::1]:80 or localhost:80.")
            .converters(EndpointConverter::convert));

    private final Argument<EndpointConverter.End> remote = add(Argument.parameter(
                    1, EndpointConverter.End.class, "REMOTE", "The remote endpoint, as" + " portio list shows it.")
            .converters(EndpointConverter::convert));

    private final Argument<Boolean> allNamespaces = add(Argument.flag(
            "--all-namespaces", "Also look in other network namespaces, including those" + " of containers."));

    private final Argument<String> namespace = add(Argument.option(
            "--namespace",
            String.class,
            TextConverter::name,
            "NAME",
            "Look only in this network namespace, named as portio list --all-namespaces shows it."));

    private final Argument<Boolean> yes = add(Argument.flag("--yes", "Do not ask for confirmation."));

    public CloseCommand() {
        super(
                "Both ends see a reset. Asks first, then verifies that the connection is gone."
                        + " The same addresses and ports can be in use on several network interfaces and in"
                        + " several network namespaces: if more than one connection matches, it"
                        + " lists them and closes none."
                        + " Linux only; needs privileges (CAP_NET_ADMIN).",
                "",
                "Exit code 1 if no such connection exists, 4 if several match.");
    }

    @Override
    public ExitCode run() throws ConnectionException {
        Confirmation confirmation = new Confirmation(services(), output(), yes.value());
        confirmation.checkThatItCanBeGiven();
        List<Connection> meant = meant();
        if (meant.isEmpty()) {
            output().note("no such TCP connection: " + local.value() + " -> " + remote.value());
            return ExitCode.FALSE;
        }
        if (meant.size() > 1) {
            throw ambiguous(meant);
        }
        confirmation.demand(List.of("closes " + ConnectionText.line(meant.getFirst())));
        if (!services().monitor().close(meant.getFirst())) {
            output().note("the connection was already closed");
            return ExitCode.FALSE;
        }
        output().println("Closed " + ConnectionText.ends(meant.getFirst()) + ".");
        return ExitCode.OK;
    }

    private List<Connection> meant() throws ConnectionException {
        boolean everywhere = allNamespaces.value() || namespace.value() != null;
        Snapshot snapshot = everywhere
                ? services().monitor().snapshotOfAllNamespaces()
                : services().monitor().snapshot();
        if (namespace.value() != null) {
            Namespaces.check(this, namespace.value(), snapshot);
        }
        return snapshot.connections().stream().filter(this::isMeant).toList();
    }

    private boolean isMeant(Connection connection) {
        return connection.protocol() == Protocol.TCP
                && connection.remote() != null
                && local.value().isMeantBy(connection.local())
                && remote.value().isMeantBy(connection.remote())
                && (namespace.value() == null || Namespaces.isIn(connection, namespace.value()));
    }

    private CommandFailure ambiguous(List<Connection> meant) {
        meant.forEach(one -> output().note("this one matches: " + ConnectionText.ends(one)
                + " in the network namespace " + ConnectionText.namespace(one) + " " + ConnectionText.owners(one)));
        return new CommandFailure(
                ExitCode.CONFLICT,
                "nothing was closed; give the network interface, such as 10.0.0.1%eth0:80, or the namespace"
                        + " with --namespace");
    }
}
