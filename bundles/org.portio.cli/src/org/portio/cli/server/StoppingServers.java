// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.server;

import java.util.List;
import org.portio.cli.command.Confirmation;
import org.portio.cli.command.ExitCode;
import org.portio.cli.keeper.KeeperSession;
import org.portio.cli.text.ServerText;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.keeper.LostServer;
import org.portio.server.ServerException;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;

/** What {@code portio stop-server} does. */
record StoppingServers(StopServerCommand command, Keeper keeper) {

    ExitCode run() throws ServerException, KeeperException {
        checkUsage();
        boolean unasked = !command.all.value() || command.yes.value();
        Confirmation confirmation = new Confirmation(command.services(), command.output(), unasked);
        confirmation.checkThatItCanBeGiven();
        List<ServerRequest> chosen = keeper.servers().list().stream()
                .map(ServerStatus::request)
                .filter(this::isMeant)
                .toList();
        forgetLost();
        if (chosen.isEmpty()) {
            command.output().note(command.all.value() ? "no server runs" : "no server runs on " + asked());
            return ExitCode.FALSE;
        }
        if (chosen.size() > 1 && !command.all.value()) {
            throw command.wrongUsage("which protocol? a server runs for TCP and one for UDP");
        }
        confirmation.demand(chosen.stream()
                .map(request -> "stops the " + ServerText.line(request))
                .toList());
        return KeeperSession.each(chosen, this::stop, command.output());
    }

    private void forgetLost() throws KeeperException {
        for (LostServer lost : keeper.lostServers()) {
            if (isMeant(lost.request())) {
                keeper.forget(lost);
                command.output().note(ServerText.lost(lost) + ", and is forgotten now");
            }
        }
    }

    private void stop(ServerRequest request) throws ServerException {
        ServerStatus last = keeper.servers().stop(request.port(), request.protocol());
        command.output()
                .println("Stopped " + ServerText.line(request) + ": clients " + last.clients() + ", bytes received "
                        + last.bytesReceived() + ", sent " + last.bytesSent() + ".");
    }

    private void checkUsage() {
        boolean named = command.port.value() != null;
        if (named && command.all.value()) {
            throw command.wrongUsage("either a port or --all");
        }
        if (!named && !command.all.value()) {
            throw command.wrongUsage("which server? PORT [TCP|UDP], or --all");
        }
    }

    private boolean isMeant(ServerRequest request) {
        return command.all.value()
                || request.port() == command.port.value()
                        && (command.protocol.value() == null || request.protocol() == command.protocol.value());
    }

    private String asked() {
        return command.protocol.value() == null
                ? "port " + command.port.value()
                : command.protocol.value() + " " + command.port.value();
    }
}
