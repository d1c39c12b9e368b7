// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.portio.core.Snapshot;
import org.portio.core.system.Printable;
import org.portio.export.JsonLines;
import org.portio.feed.PortState;
import org.portio.feed.PortState.Subject;
import org.portio.json.JsonArray;
import org.portio.json.JsonDocument;
import org.portio.json.JsonObject;

/** Writes what goes over the wire; docs/feed.md describes it. */
final class Messages {

    /** The topic of messages with everything of one refresh. */
    static final String REFRESH = "refresh/";

    static final String HEARTBEAT = "heartbeat/";

    /** Bounds a message's size; more events at a time get several numbers. */
    static final int MOST_EVENTS = 250;

    private static final int SCHEMA = 1;
    /** Each part of a message is encrypted by itself, in one piece. */
    private static final int CONNECTIONS_A_PART = 500;

    /**
     * A message of two parts.
     *
     * @param payload a JSON object
     */
    record Message(String topic, byte[] payload) {}

    private final String run;
    private final Sequences sequences = new Sequences();

    Messages(String run) {
        this.run = run;
    }

    private JsonObject head(long sequence) {
        return JsonDocument.versioned(SCHEMA).put("run", run).put("seq", sequence);
    }

    /** Returns one message for each topic, with its events in their order, and one with all. */
    List<Message> of(List<Event> events, long sequence, Instant time) {
        Map<String, List<String>> byTopic = new LinkedHashMap<>();
        for (Event event : events) {
            byTopic.computeIfAbsent(event.topic(), _ -> new ArrayList<>()).add(event.json());
        }
        byTopic.put(REFRESH, events.stream().map(Event::json).toList());
        List<Message> messages = new ArrayList<>(byTopic.size());
        byTopic.forEach((topic, lines) -> messages.add(message(topic, lines, sequence, time)));
        return messages;
    }

    private Message message(String topic, List<String> lines, long sequence, Instant time) {
        JsonObject head =
                head(sequence).put("previous", sequences.next(topic, sequence)).put("time", time);
        StringBuilder text = new StringBuilder();
        try {
            JsonDocument.begin(head.toString(), text)
                    .list("events", lines.iterator())
                    .end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Message(topic, bytes(text.toString()));
    }

    /**
     * Returns a sign of life.
     *
     * @param failure why connections cannot be seen; empty if they can
     */
    Message heartbeat(long sequence, Instant time, String failure) {
        JsonObject json = head(sequence).put("time", time).put("failure", failure.isEmpty() ? null : failure);
        return new Message(HEARTBEAT, bytes(Printable.inJson(json.toString())));
    }

    /** Returns the parts of a snapshot: what is true of all of it, then connections, one on each line. */
    List<byte[]> snapshot(long sequence, Snapshot snapshot, Map<Subject, List<PortState>> ports) {
        JsonObject head = head(sequence)
                .put("time", snapshot.time())
                .put("source", snapshot.source())
                .put("connections", snapshot.connections().size())
                .put("hiddenOwners", snapshot.hiddenOwners());
        for (Subject subject : Subject.values()) {
            head.put(subject.label() + "s", JsonArray.of(ports.getOrDefault(subject, List.of()), Event::json));
        }
        List<byte[]> parts = new ArrayList<>();
        parts.add(bytes(Printable.inJson(head.toString())));
        List<String> lines =
                snapshot.connections().stream().map(JsonLines::connection).toList();
        for (int start = 0; start < lines.size(); start += CONNECTIONS_A_PART) {
            int end = Math.min(start + CONNECTIONS_A_PART, lines.size());
            parts.add(bytes(String.join("\n", lines.subList(start, end)) + "\n"));
        }
        return parts;
    }

    /** Returns the answer to somebody who cannot get a snapshot. */
    List<byte[]> refusal(String reason) {
        JsonObject json =
                JsonDocument.versioned(SCHEMA).put("run", run).put("seq", null).put("error", reason);
        return List.of(bytes(Printable.inJson(json.toString())));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
