// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;
import org.portio.server.TranscriptEntry;

/** Temporary servers as JSON, one to a line, which {@code servers.schema.json} describes. */
public final class ServersJson {

    /** It changes when a program that reads it would have to. */
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
        return document(
                time,
                array("servers", servers.stream().map(ServersJson::json).toList()),
                array("lost", lost.stream().map(ServersJson::json).toList()));
    }

    /** Returns what clients did, in one document, without the end of its last line. */
    public static String transcript(List<TranscriptEntry> entries, Instant time) {
        return document(
                time,
                array("transcript", entries.stream().map(ServersJson::json).toList()));
    }

    private static String document(Instant time, String... arrays) {
        return "{\"schema\":" + SCHEMA + ",\"time\":\"" + time + "\"," + String.join(",", arrays) + "}";
    }

    private static String array(String name, List<JsonObject> objects) {
        String lines = objects.stream().map(object -> "\n" + object).collect(Collectors.joining(","));
        return "\"" + name + "\":[" + lines + "\n]";
    }

    private static JsonObject json(Lost server) {
        JsonObject json = json(server.request(), server.started(), server.ends());
        json.addProperty("again", server.again());
        return json;
    }

    private static JsonObject json(ServerRequest request, Instant started, Instant ends) {
        JsonObject json = new JsonObject();
        json.addProperty("protocol", request.protocol().label());
        json.addProperty("port", request.port());
        json.addProperty("address", request.address().isEmpty() ? null : request.address());
        json.addProperty("mode", request.mode().label());
        json.addProperty("started", started.toString());
        json.addProperty("ends", ends == null ? null : ends.toString());
        return json;
    }

    private static JsonObject json(ServerStatus server) {
        JsonObject json = json(server.request(), server.started(), server.ends());
        json.addProperty("clients", server.clients());
        json.addProperty("open", server.open());
        json.addProperty("bytesReceived", server.bytesReceived());
        json.addProperty("bytesSent", server.bytesSent());
        return json;
    }

    private static JsonObject json(TranscriptEntry entry) {
        JsonObject json = new JsonObject();
        json.addProperty("time", entry.time().toString());
        json.addProperty("client", entry.client());
        json.addProperty("text", entry.text());
        return json;
    }
}
