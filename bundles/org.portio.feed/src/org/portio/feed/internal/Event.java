// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.Connection;
import org.portio.core.Delta;
import org.portio.core.system.Printable;
import org.portio.export.ConnectionEvent;
import org.portio.export.JsonLines;
import org.portio.feed.PortState;
import org.portio.json.JsonDocument;
import org.portio.json.JsonNull;
import org.portio.json.JsonObject;

/**
 * One thing that happened.
 *
 * @param topic such as {@code opened/tcp/80/}: each part ends with a slash, since a subscription is a beginning of topics, and
 *     one to port 80 must not get those of 8080
 * @param text the same in one line for people
 * @param json one object on one line
 */
record Event(String topic, String text, String json) {

    private static final int SCHEMA = 1;

    /** Returns those of a delta, in the order of {@code portio watch}. */
    static List<Event> of(Delta delta, Instant time) {
        return ConnectionEvent.of(delta, time).stream().map(Event::of).toList();
    }

    private static Event of(ConnectionEvent event) {
        Connection connection = event.connection();
        String protocol = connection.protocol().label();
        String topic =
                event.kind().label() + "/" + protocol + "/" + connection.local().port() + "/";
        return new Event(topic, text(connection), JsonLines.event(event));
    }

    private static String text(Connection connection) {
        return Stream.of(
                        connection.local().toString(),
                        connection.remote() == null ? "" : "→ " + connection.remote(),
                        connection.stateText(),
                        connection.processText(),
                        connection.pidText().isEmpty() ? "" : "(PID " + connection.pidText() + ")")
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    private static String text(String kind, PortState before, PortState state) {
        String states = before == null || before.state().equals(state.state())
                ? state.state()
                : before.state() + " → " + state.state();
        return Stream.of(kind, states, state.detail())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" "));
    }

    /** Returns what differs between two states of one subject: what is gone first. */
    static List<Event> between(List<PortState> before, List<PortState> after, Instant time) {
        Map<String, PortState> gone = byId(before);
        List<Event> events = new ArrayList<>();
        for (PortState state : after) {
            PortState earlier = gone.remove(state.id());
            if (earlier == null) {
                events.add(of("added", null, state, time));
            } else if (!earlier.equals(state)) {
                events.add(of("changed", earlier, state, time));
            }
        }
        events.addAll(
                0,
                gone.values().stream()
                        .map(state -> of("removed", null, state, time))
                        .toList());
        return events;
    }

    private static Map<String, PortState> byId(List<PortState> states) {
        return states.stream()
                .collect(Collectors.toMap(PortState::id, Function.identity(), (one, _) -> one, LinkedHashMap::new));
    }

    private static Event of(String kind, PortState before, PortState state, Instant time) {
        String subject = state.subject().label();
        JsonObject json = JsonDocument.versioned(SCHEMA)
                .put("event", kind)
                .put("time", time)
                .put("before", before == null ? JsonNull.INSTANCE : json(before))
                .put(subject, json(state));
        String protocol = state.protocol().label();
        String topic = subject + "/" + protocol + "/" + state.ports() + "/";
        return new Event(topic, text(kind, before, state), Printable.inJson(json.toString()));
    }

    /** Returns a state as it also stands in a snapshot. */
    static JsonObject json(PortState state) {
        return new JsonObject()
                .put("id", state.id())
                .put("protocol", state.protocol().label())
                .put("ports", state.ports())
                .put("state", state.state())
                .put("detail", state.detail().isEmpty() ? null : state.detail());
    }

    Event {
        Objects.requireNonNull(topic, "topic");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(json, "json");
    }
}
