// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import java.time.Instant;
import java.util.List;
import org.portio.json.JsonDocument;
import org.portio.json.JsonObject;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TranscriptEntry;

/** Temporary servers as JSON, one to a line, which {@code servers.schema.json} describes. */
public final class ServersJson {

    /** The schema, which changes when a program that reads it would have to. */
    private static final int SCHEMA = 1;

    /**
     * A server that has ended with its keeper without having been stopped.
     *
     * @param request what it was started with
     * @param started when it was
     * @param ends when it would have ended by itself; null for never
     * @param again the command that starts it again
     */
    public record Lost(ServerRequest request, Instant started, Instant ends, String again) {}

    private ServersJson() {}

    /** Returns the servers that run and those that are lost in one document, without the end of its last line. */
    public static String document(List<ServerStatus> servers, List<Lost> lost, Instant time) {
        return JsonDocument.of(SCHEMA, time)
                .with("servers", servers.stream().map(ServersJson::json))
                .with("lost", lost.stream().map(ServersJson::json))
                .text();
    }

    /** Returns what clients did, in one document, without the end of its last line. */
    public static String transcript(List<TranscriptEntry> entries, Instant time) {
        return JsonDocument.of(SCHEMA, time)
                .with("transcript", entries.stream().map(ServersJson::json))
                .text();
    }

    private static JsonObject json(Lost server) {
        JsonObject json = json(server.request(), server.started(), server.ends());
        json.put("again", server.again());
        return json;
    }

    private static JsonObject json(ServerRequest request, Instant started, Instant ends) {
        JsonObject json = new JsonObject();
        json.put("protocol", request.protocol().label());
        json.put("port", request.port());
        json.put("address", request.address().isEmpty() ? null : request.address());
        json.put("mode", request.mode().label());
        json.put("started", started.toString());
        json.put("ends", ends == null ? null : ends.toString());
        return json;
    }

    private static JsonObject json(ServerStatus server) {
        JsonObject json = json(server.request(), server.started(), server.ends());
        json.put("clients", server.clients());
        json.put("open", server.open());
        json.put("bytesReceived", server.bytesReceived());
        json.put("bytesSent", server.bytesSent());
        String run = server.request().run();
        json.put("run", run.isEmpty() ? null : run);
        return json;
    }

    private static JsonObject json(TranscriptEntry entry) {
        JsonObject json = new JsonObject();
        json.put("time", entry.time().toString());
        json.put("client", entry.client());
        json.put("text", entry.text());
        return json;
    }
}
