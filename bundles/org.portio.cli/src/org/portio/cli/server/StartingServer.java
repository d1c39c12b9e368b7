// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.server;

import org.portio.cli.command.Choice;
import org.portio.cli.command.ExitCode;
import org.portio.cli.text.ServerText;
import org.portio.cli.text.TimeText;
import org.portio.core.AddressParser;
import org.portio.core.Protocol;
import org.portio.server.ServerException;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TemporaryServers;

/** What {@code portio start-server} does. */
record StartingServer(StartServerCommand command, TemporaryServers servers) {

    ExitCode run() throws ServerException {
        ServerStatus server = servers.start(request());
        String end = server.ends() == null ? "" : ", until " + TimeText.local(server.ends());
        command.output().println("Started " + ServerText.line(server.request()) + end + ".");
        return ExitCode.OK;
    }

    private ServerRequest request() {
        Protocol protocol = command.protocol.value();
        ServerMode mode = ServerMode.valueOf(Choice.constant(command.mode.value()));
        if (!mode.supports(protocol)) {
            throw command.wrongUsage(mode.label() + " is a mode for TCP, not for " + protocol);
        }
        // A server has one address.
        String address = AddressParser.toBind(command.address.value()).getFirst();
        return new ServerRequest(command.port.value(), protocol, mode, address, command.lasting.value());
    }
}
