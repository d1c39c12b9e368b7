// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.portio.core.Protocol;

class ReservationsJsonTest {

    private static final Instant TIME = Instant.parse("2026-03-01T12:00:00Z");

    private static final ReservationStatus LENT = new ReservationStatus(
            new Reservation(
                    new PortKey(8080, Protocol.TCP, "::1"), "/usr/bin/web", "a \"demo\"", HandOver.LATCH, true, TIME),
            HoldState.LENT,
            TIME.plusSeconds(60),
            "web (PID 42)",
            42);
    private static final ReservationStatus PLAIN = new ReservationStatus(
            new Reservation(PortKey.of(53, Protocol.UDP), "", "", HandOver.AUTO, false, TIME),
            HoldState.HELD,
            TIME,
            "",
            0);

    @Test
    void writesAReservationToALine() {
        String line = "{\"protocol\":\"tcp\",\"port\":8080,\"address\":\"::1\",\"state\":\"lent\","
                + "\"stateSince\":\"2026-03-01T12:01:00Z\",\"detail\":\"web (PID 42)\",\"borrower\":42,"
                + "\"since\":\"2026-03-01T12:00:00Z\",\"executable\":\"/usr/bin/web\",\"note\":\"a \\\"demo\\\"\","
                + "\"handOver\":\"latch\",\"outOfEphemeralRange\":true,\"run\":null}";

        assertEquals(
                "{\"schema\":1,\"time\":\"2026-03-01T12:00:00Z\",\"reservations\":[\n" + line + "\n],\"remaps\":[\n]}",
                ReservationsJson.document(List.of(LENT), List.of(), TIME));
    }

    @Test
    void writesNullForAllAddressesAndForNoBorrower() {
        JsonObject plain = reservations(ReservationsJson.document(List.of(LENT, PLAIN), List.of(), TIME))
                .get(1)
                .getAsJsonObject();

        for (String name : List.of("address", "borrower")) {
            assertTrue(plain.get(name).isJsonNull(), name);
        }
    }

    @Test
    void isADocumentWithoutReservations() {
        assertEquals(
                0,
                reservations(ReservationsJson.document(List.of(), List.of(), TIME))
                        .size());
    }

    /** Compares the output with the schema, so that the two do not drift apart. */
    @Test
    void isWhatTheSchemaDescribes() throws IOException {
        JsonObject reservation = schema().getAsJsonObject("$defs").getAsJsonObject("reservation");
        JsonObject properties = reservation.getAsJsonObject("properties");
        Set<String> required = texts(reservation.getAsJsonArray("required"));
        JsonObject written = reservations(ReservationsJson.document(List.of(LENT), List.of(), TIME))
                .get(0)
                .getAsJsonObject();

        assertEquals(required, written.keySet());
        assertEquals(required, properties.keySet());
        assertEquals(
                Arrays.stream(HoldState.values()).map(HoldState::label).collect(Collectors.toSet()),
                values(properties, "state"));
        assertEquals(
                Arrays.stream(HandOver.values()).map(HandOver::label).collect(Collectors.toSet()),
                values(properties, "handOver"));
        assertEquals(
                Arrays.stream(Protocol.values()).map(Protocol::label).collect(Collectors.toSet()),
                values(properties, "protocol"));
    }

    private static JsonArray reservations(String document) {
        JsonObject json = JsonParser.parseString(document).getAsJsonObject();
        assertEquals(new JsonPrimitive(1), json.get("schema"));
        return json.getAsJsonArray("reservations");
    }

    private static JsonObject schema() throws IOException {
        try (Reader reader = new InputStreamReader(
                ReservationsJson.class.getResourceAsStream("reservations.schema.json"), StandardCharsets.UTF_8)) {
            return JsonParser.parseReader(reader).getAsJsonObject();
        }
    }

    private static Set<String> values(JsonObject properties, String name) {
        return texts(properties.getAsJsonObject(name).getAsJsonArray("enum"));
    }

    private static Set<String> texts(JsonArray array) {
        return array.asList().stream().map(JsonElement::getAsString).collect(Collectors.toSet());
    }
}
