// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.portio.cli.command.Argument;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.PortConverter;
import org.portio.cli.keeper.KeeperCommand;
import org.portio.cli.text.ServerText;
import org.portio.cli.text.Table;
import org.portio.cli.text.TimeText;
import org.portio.export.ServersJson;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.keeper.LostServer;
import org.portio.server.ServerException;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TemporaryServers;
import org.portio.server.TranscriptEntry;

/** Prints the temporary servers that run. */
public final class ServersCommand extends KeeperCommand {

    private static final List<String> TITLES =
            List.of("Proto", "Port", "Address", "Mode", "Started", "Ends", "Clients", "Open", "Received", "Sent");

    private final Argument<Boolean> json = add(Argument.flag("--json", "One JSON document."));

    private final Argument<Boolean> noHeader = add(noHeaderOption());

    private final Argument<Integer> transcript = add(Argument.option(
            "--transcript",
            Integer.class,
            PortConverter::port,
            "PORT",
            "Show instead what the clients of the servers on this port did, oldest first; at most"
                    + " the latest 1,000 events."));

    public ServersCommand() {
        super("Clients counts the connections so far; for UDP, the different senders. Servers that were"
                + " lost with their keeper, for example when it was killed, are listed on stderr for a day,"
                + " each with the command that starts it again; stop-server with the port dismisses one. Exit"
                + " code 1 if there are none.");
    }

    @Override
    public ExitCode run(Keeper keeper) throws ServerException, KeeperException {
        List<ServerStatus> running = keeper.servers().list();
        if (transcript.value() != null) {
            return printTranscript(transcript.value(), running, keeper.servers());
        }
        List<LostServer> gone = keeper.lostServers();
        if (json.value()) {
            Instant now = Instant.now();
            output().json(ServersJson.document(
                    running, gone.stream().map(lost -> json(lost, now)).toList(), now));
        } else {
            new Table(TITLES, !noHeader.value(), services().colours())
                    .print(running.stream().map(ServersCommand::cells).toList(), output());
        }
        for (LostServer lost : gone) {
            output().note(ServerText.lost(lost) + "; start it again with: " + again(lost, Instant.now()));
        }
        return running.isEmpty() ? ExitCode.FALSE : ExitCode.OK;
    }

    private ServersJson.Lost json(LostServer lost, Instant now) {
        return new ServersJson.Lost(lost.request(), lost.started(), lost.ends(), again(lost, now));
    }

    private String again(LostServer lost, Instant now) {
        return services().program() + " " + lost.command(now);
    }

    private ExitCode printTranscript(int port, List<ServerStatus> running, TemporaryServers servers)
            throws ServerException {
        List<ServerRequest> meant = running.stream()
                .map(ServerStatus::request)
                .filter(request -> request.port() == port)
                .toList();
        if (meant.isEmpty()) {
            output().note("no server is running on port " + port);
            return ExitCode.FALSE;
        }
        List<TranscriptEntry> entries = new ArrayList<>();
        for (ServerRequest request : meant) {
            entries.addAll(servers.transcript(port, request.protocol()));
        }
        entries.sort(Comparator.comparing(TranscriptEntry::time));
        if (json.value()) {
            output().json(ServersJson.transcript(entries, Instant.now()));
        } else {
            entries.forEach(entry -> output().println(line(entry)));
        }
        return ExitCode.OK;
    }

    private static String line(TranscriptEntry entry) {
        return TimeText.local(entry.time()) + "  " + entry.client() + "  " + entry.text();
    }

    private static List<String> cells(ServerStatus server) {
        ServerRequest request = server.request();
        return List.of(
                request.protocol().label(),
                String.valueOf(request.port()),
                ServerText.address(request),
                request.mode().label(),
                TimeText.local(server.started()),
                server.ends() == null ? "-" : TimeText.local(server.ends()),
                String.valueOf(server.clients()),
                String.valueOf(server.open()),
                String.valueOf(server.bytesReceived()),
                String.valueOf(server.bytesSent()));
    }
}
