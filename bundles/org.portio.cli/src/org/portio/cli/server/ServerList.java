// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.server;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.portio.cli.command.ExitCode;
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
import org.portio.server.TranscriptEntry;

/** What {@code portio servers} does. */
record ServerList(ServersCommand command, Keeper keeper) {

    private static final List<String> TITLES =
            List.of("Proto", "Port", "Address", "Mode", "Started", "Ends", "Clients", "Open", "Received", "Sent");

    ExitCode run() throws ServerException, KeeperException {
        List<ServerStatus> running = keeper.servers().list();
        if (command.transcript.value() != null) {
            return printTranscript(command.transcript.value(), running);
        }
        List<LostServer> gone = keeper.lostServers();
        if (command.json.value()) {
            Instant now = Instant.now();
            command.output()
                    .json(ServersJson.document(
                            running, gone.stream().map(lost -> json(lost, now)).toList(), now));
        } else {
            new Table(TITLES, !command.noHeader.value(), command.services().colours())
                    .print(running.stream().map(ServerList::cells).toList(), command.output());
        }
        for (LostServer lost : gone) {
            command.output().note(ServerText.lost(lost) + "; '" + again(lost, Instant.now()) + "' starts it again");
        }
        return running.isEmpty() ? ExitCode.FALSE : ExitCode.OK;
    }

    private ServersJson.Lost json(LostServer lost, Instant now) {
        return new ServersJson.Lost(lost.request(), lost.started(), lost.ends(), again(lost, now));
    }

    private String again(LostServer lost, Instant now) {
        return command.services().program() + " " + lost.command(now);
    }

    private ExitCode printTranscript(int port, List<ServerStatus> running) throws ServerException {
        List<ServerRequest> meant = running.stream()
                .map(ServerStatus::request)
                .filter(request -> request.port() == port)
                .toList();
        if (meant.isEmpty()) {
            command.output().note("no server runs on port " + port);
            return ExitCode.FALSE;
        }
        List<TranscriptEntry> entries = new ArrayList<>();
        for (ServerRequest request : meant) {
            entries.addAll(keeper.servers().transcript(port, request.protocol()));
        }
        entries.sort(Comparator.comparing(TranscriptEntry::time));
        if (command.json.value()) {
            command.output().json(ServersJson.transcript(entries, Instant.now()));
        } else {
            entries.forEach(entry -> command.output().println(line(entry)));
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
