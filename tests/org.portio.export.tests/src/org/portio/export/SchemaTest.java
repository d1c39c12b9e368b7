// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portio.core.Delta;
import org.portio.core.Protocol;
import org.portio.core.SocketTimer;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.port.PortCheck;
import org.portio.core.process.Recognition;
import org.portio.export.ConnectionDetails.Owner;
import org.portio.testing.Sockets;

/** Compares the output with the schema, so that the two do not drift apart. */
class SchemaTest {

    private final JsonObject schema = read();

    @Test
    void describesTheDocument() throws IOException {
        JsonObject document = parse(Samples.text(new JsonExporter(), Samples.SHARED));
        assertDescribes(schema, document);
        assertDescribes(
                items(schema, "unseen"), document.getAsJsonArray("unseen").get(0));
    }

    @Test
    void describesAConnection() {
        JsonObject withoutDetails = definition("connection").deepCopy();
        properties(withoutDetails).remove("details");
        properties(withoutDetails).remove("recognized");
        assertDescribes(withoutDetails, parse(JsonLines.connection(Samples.SHARED)));
    }

    @Test
    void describesTheDetailsOfAConnection() {
        List<Recognition> recognized = List.of(new Recognition(Recognition.Kind.SERVER, "nginx", "its name"));
        Owner owner = new Owner(Sockets.process(1, "nginx"), recognized);
        ConnectionDetails all = new ConnectionDetails(Optional.of(Samples.DETAILS), List.of(owner));
        JsonObject written = parse(JsonLines.connection(Samples.LONG, all));
        assertEquals(properties(definition("connection")).keySet(), written.keySet());
        JsonObject details = written.getAsJsonObject("details");
        assertDescribes(definition("details"), details);
        for (String part : List.of("timer", "tcp")) {
            assertDescribes(properties(definition("details")).getAsJsonObject(part), details.get(part));
        }
        assertDescribes(
                items(definition("connection"), "recognized"),
                written.getAsJsonArray("recognized").get(0));
    }

    @Test
    void describesAnEvent() {
        Delta.Change change = new Delta.Change(Samples.SHARED, Samples.HIDDEN);
        Delta delta = new Delta(List.of(), List.of(), List.of(change));
        JsonObject event =
                parse(JsonLines.event(ConnectionEvent.of(delta, Sockets.TIME).getFirst()));
        assertDescribes(definition("event"), event);
        assertDescribes(properties(definition("event")).getAsJsonObject("before"), event.get("before"));
    }

    @Test
    void describesAComparison() {
        Comparison comparison = Comparison.of(Samples.snapshot(Samples.SHARED), Samples.snapshot(Samples.LONG));
        JsonObject written = parse(ComparisonJson.text(comparison));
        assertDescribes(definition("comparison"), written);
        JsonObject described = items(definition("comparison"), "differences");
        assertEquals(2, written.getAsJsonArray("differences").size());
        written.getAsJsonArray("differences").forEach(difference -> assertDescribes(described, difference));
        assertEquals(
                Stream.of(Difference.Kind.values()).map(Difference.Kind::label).collect(Collectors.toSet()),
                values(properties(described).getAsJsonObject("kind")));
    }

    @Test
    void describesAPortCheck() {
        PortCheck.Check check =
                new PortCheck.Check(Protocol.TCP, AddressFamily.IPV4, false, PortCheck.Evidence.PROBE, List.of());
        JsonObject portCheck = parse(JsonLines.portCheck(new PortCheck(1, List.of(check))));
        assertDescribes(definition("portCheck"), portCheck);
        assertDescribes(
                items(definition("portCheck"), "checks"),
                portCheck.getAsJsonArray("checks").get(0));
    }

    @Test
    void listsEveryStateTimerAndEvidence() {
        Set<String> states = Stream.of(TcpState.values()).map(TcpState::label).collect(Collectors.toSet());
        states.add(null);
        assertEquals(states, values(definition("state")));
        assertEquals(
                Stream.of(SocketTimer.Kind.values())
                        .map(SocketTimer.Kind::label)
                        .collect(Collectors.toSet()),
                values(properties(properties(definition("details")).getAsJsonObject("timer"))
                        .getAsJsonObject("kind")));
        assertEquals(
                Stream.of(PortCheck.Evidence.values())
                        .map(PortCheck.Evidence::label)
                        .collect(Collectors.toSet()),
                values(properties(items(definition("portCheck"), "checks")).getAsJsonObject("evidence")));
    }

    private static void assertDescribes(JsonObject description, JsonElement written) {
        Set<String> names = new TreeSet<>(written.getAsJsonObject().keySet());
        assertEquals(names, new TreeSet<>(properties(description).keySet()));
        assertEquals(
                names,
                description.getAsJsonArray("required").asList().stream()
                        .map(JsonElement::getAsString)
                        .collect(Collectors.toCollection(TreeSet::new)));
    }

    private JsonObject definition(String name) {
        return schema.getAsJsonObject("$defs").getAsJsonObject(name);
    }

    private static JsonObject properties(JsonObject description) {
        return description.getAsJsonObject("properties");
    }

    private static JsonObject items(JsonObject description, String property) {
        return properties(description).getAsJsonObject(property).getAsJsonObject("items");
    }

    private static Set<String> values(JsonObject description) {
        return description.getAsJsonArray("enum").asList().stream()
                .map(value -> value.isJsonNull() ? null : value.getAsString())
                .collect(Collectors.toSet());
    }

    private static JsonObject parse(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }

    private static JsonObject read() {
        try (Reader file = new InputStreamReader(
                JsonExporter.class.getResourceAsStream("connections.schema.json"), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(file).getAsJsonObject();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
