// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.process;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.cli.Cli;
import org.portio.core.Protocol;
import org.portio.core.diagnosis.BindScope;
import org.portio.core.diagnosis.Diagnosis;
import org.portio.core.diagnosis.Finding;
import org.portio.core.process.ProcessOrigin;
import org.portio.core.process.Recognition;
import org.portio.core.process.Recognition.Kind;

class WhyCommandTest {

    private static final Finding LISTENER = new Finding(
            Finding.Kind.LISTENER,
            Finding.Weight.BLOCKS,
            "java (PID 42) listens on 127.0.0.1:8080",
            "TCP 127.0.0.1:8080 LISTEN",
            "portio kill --port 8080 --tcp",
            false);
    private static final Finding GUESS =
            new Finding(Finding.Kind.HIDDEN, Finding.Weight.WARNS, "somebody\u001b may", "a guess", "", true);

    private final Cli cli = new Cli();

    private static Diagnosis held() {
        return new Diagnosis(
                8080,
                Protocol.TCP,
                List.of(
                        new BindScope("127.0.0.1", false, false, "java (PID 42) listens on 127.0.0.1:8080"),
                        new BindScope("127.0.0.1", true, false, "java (PID 42) listens on 127.0.0.1:8080"),
                        new BindScope("::1", false, true, ""),
                        new BindScope("::1", true, true, "")),
                List.of(LISTENER, GUESS));
    }

    @Test
    void showsEachWayOfBindingAndWhatKeepsThePort() {
        cli.diagnosis = held();

        Cli.Result result = cli.run("why", "8080");

        assertEquals(0, result.code());
        assertEquals(
                List.of(
                        "TCP 8080 can be bound only in some ways.",
                        "Address    Plain  SO_REUSEADDR  Why not",
                        "127.0.0.1  no     no            java (PID 42) listens on 127.0.0.1:8080",
                        "::1        yes    yes",
                        "",
                        "[x] java (PID 42) listens on 127.0.0.1:8080",
                        "    seen: TCP 127.0.0.1:8080 LISTEN",
                        "    try:  portio kill --port 8080 --tcp",
                        "",
                        "[!] somebody? may (inferred)",
                        "    seen: a guess"),
                result.lines());
        assertEquals("TCP 8080 ", cli.diagnosed);
    }

    @Test
    void showsWhereTheOwnerComesFrom() {
        cli.diagnosis = held();
        cli.processes.put(process(42, "java"));
        cli.processes.origin = new ProcessOrigin(
                List.of(process(5, "sh"), process(1, "systemd")),
                "/srv",
                "/system.slice/web.service",
                List.of(new Recognition(Kind.UNIT, "web.service", "the control group /system.slice/web.service")));

        String out = cli.run("why", "8080").out();

        assertTrue(out.matches("(?s).*java \\(PID 42\\), since 2026-03-01 \\d\\d:\\d\\d:00\n.*"), out);
        assertTrue(out.contains("started by: sh (PID 5) < systemd (PID 1)"), out);
        assertTrue(out.contains("works in: /srv"), out);
        assertTrue(out.contains("inferred: unit web.service from the control group"), out);
    }

    @Test
    void saysThatAPortIsFree() {
        cli.diagnosis = new Diagnosis(80, Protocol.UDP, List.of(new BindScope("::", false, true, "")), List.of());

        Cli.Result result = cli.run("why", "80", "udp", "--address", "::");

        assertEquals(1, result.code());
        assertEquals("UDP 80 can be bound.", result.lines().getFirst());
        assertEquals("UDP 80 ::", cli.diagnosed);
    }

    @Test
    void writesJson() {
        cli.diagnosis = held();

        JsonObject json =
                JsonParser.parseString(cli.run("why", "8080", "--json").out()).getAsJsonObject();

        assertEquals(8080, json.get("port").getAsInt());
        assertEquals(false, json.get("free").getAsBoolean());
        assertEquals(4, json.getAsJsonArray("scopes").size());
        JsonObject finding = json.getAsJsonArray("findings").get(0).getAsJsonObject();
        assertEquals("listener", finding.get("kind").getAsString());
        assertEquals("blocks", finding.get("weight").getAsString());
        assertTrue(json.getAsJsonArray("findings")
                .get(1)
                .getAsJsonObject()
                .get("remedy")
                .isJsonNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"why", "why 0", "why 70000", "why http", "why 80 SCTP", "why 80-90"})
    void doesNothingWhereItIsCalledWrongly(String line) {
        assertEquals(2, cli.run(line.split(" ")).code());
    }
}
