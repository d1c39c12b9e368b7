// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.server;

import java.util.List;
import org.portio.cli.command.Argument;
import org.portio.cli.command.Confirmation;
import org.portio.cli.command.ExitCode;
import org.portio.cli.keeper.KeeperCommand;
import org.portio.cli.text.ServerText;
import org.portio.core.Protocol;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.keeper.LostServer;
import org.portio.server.ServerException;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TemporaryServers;

/** Stops temporary servers. */
public final class StopServerCommand extends KeeperCommand {

    private final Argument<Integer> port = add(optionalPortParameter("The port of the server."));

    private final Argument<Protocol> protocol =
            add(optionalProtocolParameter("Its protocol, if the port has a server for each."));

    private final Argument<Boolean> all = add(Argument.flag("--all", "Stop all servers; asks first."));

    private final Argument<Boolean> yes = add(yesOption());

    public StopServerCommand() {
        super("Its clients are disconnected. Exit code 1 if no such server is running.");
    }

    @Override
    public ExitCode run(Keeper keeper) throws ServerException, KeeperException {
        checkUsage();
        boolean unasked = !all.value() || yes.value();
        Confirmation confirmation = new Confirmation(services(), output(), unasked);
        confirmation.checkThatItCanBeGiven();
        List<ServerRequest> chosen = keeper.servers().list().stream()
                .map(ServerStatus::request)
                .filter(this::isMeant)
                .toList();
        forgetLost(keeper);
        if (chosen.isEmpty()) {
            output().note(all.value() ? "no server is running" : "no server is running on " + asked());
            return ExitCode.FALSE;
        }
        if (chosen.size() > 1 && !all.value()) {
            throw wrongUsage("which protocol? one server is running for TCP and one for UDP");
        }
        confirmation.demand(chosen.stream()
                .map(request -> "stops the " + ServerText.line(request))
                .toList());
        return each(chosen, request -> stop(request, keeper.servers()));
    }

    private void forgetLost(Keeper keeper) throws KeeperException {
        for (LostServer lost : keeper.lostServers()) {
            if (isMeant(lost.request())) {
                keeper.forget(lost);
                output().note(ServerText.lost(lost) + "; it is no longer listed");
            }
        }
    }

    private void stop(ServerRequest request, TemporaryServers servers) throws ServerException {
        ServerStatus last = servers.stop(request.port(), request.protocol());
        output().println("Stopped " + ServerText.line(request) + ": clients " + last.clients() + ", bytes received "
                + last.bytesReceived() + ", sent " + last.bytesSent() + ".");
    }

    private void checkUsage() {
        boolean named = port.value() != null;
        if (named && all.value()) {
            throw wrongUsage("give either a port or --all");
        }
        if (!named && !all.value()) {
            throw wrongUsage("which server? PORT [TCP|UDP], or --all");
        }
    }

    private boolean isMeant(ServerRequest request) {
        return all.value()
                || request.port() == port.value()
                        && (protocol.value() == null || request.protocol() == protocol.value());
    }

    private String asked() {
        return protocol.value() == null ? "port " + port.value() : protocol.value() + " " + port.value();
    }
}
