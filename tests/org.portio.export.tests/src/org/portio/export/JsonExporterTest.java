// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonExporterTest {

    private final JsonExporter exporter = new JsonExporter();

    @Test
    void writesADocumentWithOneConnectionToALine() throws IOException {
        String head =
                "{\"schema\":1,\"time\":\"2026-03-01T12:00:00Z\",\"source\":\"fake\",\"total\":2,\"hiddenOwners\":1,"
                        + "\"unseen\":[{\"what\":\"raw sockets\",\"count\":null,\"why\":\"not asked for\"}],\"connections\":[";
        String text = Samples.text(exporter, Samples.SHARED, Samples.HIDDEN);
        assertEquals(
                head + "\n" + JsonLines.connection(Samples.SHARED) + ",\n" + JsonLines.connection(Samples.HIDDEN)
                        + "\n]}\n",
                text);
    }

    @Test
    void saysHowManySocketsThereWereBesidesThoseThatWereChosen() throws IOException {
        StringWriter out = new StringWriter();
        exporter.write(Samples.snapshot(Samples.SHARED, Samples.LONG).with(List.of(Samples.LONG)), out);
        JsonObject document = parse(out.toString());
        assertEquals(2, document.get("total").getAsInt());
        assertEquals(1, document.getAsJsonArray("connections").size());
    }

    @Test
    void writesAValidDocumentWhereNothingIsThere() throws IOException {
        assertEquals(
                0, parse(Samples.text(exporter)).getAsJsonArray("connections").size());
    }

    @Test
    void keepsNumbersNumbersAndWritesUnknownAsNull() {
        String text = JsonLines.connection(Samples.SHARED);
        assertTrue(
                text.startsWith(
                        "{\"protocol\":\"tcp\",\"family\":\"ipv4\",\"localAddress\":\"127.0.0.1\",\"localPort\":8080,"
                                + "\"remoteAddress\":null,\"remotePort\":null,\"state\":\"LISTEN\",\"pid\":42,"
                                + "\"pids\":[42,43],\"process\":\"java\",\"user\":\"root\",\"uid\":\"0\","
                                + "\"commandLine\":\"/usr/bin/java --serve\",\"executable\":\"/usr/bin/java\","
                                + "\"processStartTime\":\"2026-03-01T12:00:00Z\",\"parentPid\":1,\"recvQ\":0,\"sendQ\":0,"
                                + "\"inode\":null,\"ownerHidden\":false,\"controlGroup\":null,\"namespace\":null,"
                                + "\"interface\":null,\"ownership\":\"known\",\"kernelUse\":null"),
                text);
    }

    @Test
    void tellsControlGroupAndNamespace() {
        String text = JsonLines.connection(Samples.ELSEWHERE);
        assertTrue(text.contains("\"controlGroup\":\"/system.slice/web.service\",\"namespace\":\"blue\""), text);
    }

    @Test
    void tellsTheInterfaceBesideTheAddressAndAsPartOfALinkLocalOne() {
        String text = JsonLines.connection(Samples.ELSEWHERE);
        assertTrue(text.contains("\"localAddress\":\"10.0.0.1\""), text);
        assertTrue(text.contains("\"interface\":\"eth0\",\"ownership\":\"kernel\",\"kernelUse\":\"vxlan vx0\""), text);
        assertTrue(
                JsonLines.connection(listener("fe80::1%lo", 80)).contains("\"localAddress\":\"fe80::1%lo\""),
                "the scope of the loopback interface");
    }

    @Test
    void hasDetailsOnlyWhereTheyWereAskedFor() throws IOException {
        StringWriter out = new StringWriter();
        exporter.write(
                Samples.snapshot(Samples.LONG, Samples.HIDDEN),
                socket -> new ConnectionDetails(
                        socket == Samples.LONG ? Optional.of(Samples.DETAILS) : Optional.empty(), List.of()),
                out);

        JsonArray sockets = parse(out.toString()).getAsJsonArray("connections");
        assertEquals(
                "{\"timer\":{\"kind\":\"time-wait\",\"remainingMillis\":1500,\"retransmissions\":2},"
                        + "\"tcp\":{\"roundTripMicros\":50,\"roundTripVariationMicros\":20,"
                        + "\"minimumRoundTripMicros\":null,\"bytesSent\":null,\"bytesAcknowledged\":11,"
                        + "\"bytesReceived\":12,\"retransmissions\":1,\"congestionWindow\":10,\"segmentSize\":1448}}",
                sockets.get(0).getAsJsonObject().get("details").toString());
        assertTrue(sockets.get(1).getAsJsonObject().get("details").isJsonNull());
        assertFalse(Samples.text(exporter, Samples.LONG).contains("details"));
    }

    @Test
    void hasNoStateForUdp() {
        assertTrue(JsonLines.connection(Samples.UNCONNECTED).contains("\"state\":null"));
    }

    @Test
    void escapesWhatATerminalWouldObeyButNoHtml() {
        String text = JsonLines.connection(Samples.ownedBy(process(1, "<a>&'\u001b[31m")));
        assertTrue(text.contains("\"<a>&'\\u001b[31m\""), text);
    }

    private static JsonObject parse(String text) {
        return JsonParser.parseString(text).getAsJsonObject();
    }
}
