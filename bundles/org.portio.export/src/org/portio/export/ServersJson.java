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

    private ServersJson() {}

    /** The servers in one document, without the end of its last line. */
    public static String document(List<ServerStatus> servers, Instant time) {
        return document("servers", servers.stream().map(ServersJson::json).toList(), time);
    }

    /** What clients did, in one document, without the end of its last line. */
    public static String transcript(List<TranscriptEntry> entries, Instant time) {
        return document("transcript", entries.stream().map(ServersJson::json).toList(), time);
    }

    private static String document(String name, List<JsonObject> objects, Instant time) {
        String lines = objects.stream().map(object -> "\n" + object).collect(Collectors.joining(","));
        return "{\"schema\":" + SCHEMA + ",\"time\":\"" + time + "\",\"" + name + "\":[" + lines + "\n]}";
    }

    private static JsonObject json(ServerStatus server) {
        ServerRequest request = server.request();
        JsonObject json = new JsonObject();
        json.addProperty("protocol", request.protocol().label());
        json.addProperty("port", request.port());
        json.addProperty("address", request.address().isEmpty() ? null : request.address());
        json.addProperty("mode", request.mode().label());
        json.addProperty("started", server.started().toString());
        json.addProperty("ends", server.ends() == null ? null : server.ends().toString());
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
