// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.firewall.FirewallException;
import org.portio.firewall.internal.HelperSamples;
import org.portio.firewall.internal.NotingBackend;
import org.portio.firewall.internal.elevation.HelperRequest;
import org.portio.firewall.internal.elevation.HelperRequest.Action;
import org.portio.firewall.internal.journal.Tombstones;
import org.portio.firewall.internal.system.SshSession;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;

class HelperServerTest {

    private static final String ADD = HelperRequest.of(
                    "one", Action.APPLY, new Change(List.of(HelperSamples.RULE), List.of()))
            .json();

    @TempDir
    private Path folder;

    private final NotingBackend one = new NotingBackend("one");
    private final NotingBackend two = new NotingBackend("two");
    private Map<String, String> environment = Map.of();
    private int code;

    @Test
    void addsWhatIsAskedFor() throws IOException {
        assertTrue(serve(ADD).startsWith("{\"ok\":true"));

        assertEquals(0, code);
        assertEquals(List.of(new Change(List.of(HelperSamples.RULE), List.of())), one.changes);
        assertEquals(List.of(), two.changes);
    }

    @Test
    void removesByWhatItHasFoundItself() throws IOException {
        two.rules.addAll(List.of(HelperSamples.THERE, HelperSamples.OTHER_THERE));
        AppliedRule forged = new AppliedRule(HelperSamples.TAG, List.of("; flush ruleset"), 0, false);
        String request = HelperRequest.of("two", Action.APPLY, new Change(List.of(), List.of(forged)))
                .json();

        serve(request);

        assertFalse(request.contains("flush"), request);
        assertEquals(List.of(new Change(List.of(), List.of(HelperSamples.THERE))), two.changes);
    }

    @Test
    void passesOverWhatIsNotThere() throws IOException {
        serve(HelperRequest.of("one", Action.APPLY, new Change(List.of(), List.of(HelperSamples.THERE)))
                .json());

        assertEquals(0, code);
        assertEquals(List.of(new Change(List.of(), List.of())), one.changes);
    }

    @Test
    void listsAndPlansWithoutAChange() throws IOException {
        one.rules.add(HelperSamples.THERE);

        assertTrue(serve(HelperRequest.list("one").json()).contains("\"handles\":[\"inbound 4\",\"b01\"]"));
        assertTrue(serve(ADD.replace("APPLY", "PLAN")).contains("\"command\":[\"filter\",\"-\"]"));
        assertEquals(List.of(), one.changes);
    }

    @ParameterizedTest
    @CsvSource({"PERMISSION, PRIVILEGES, 3", "REFUSED, NONE, 4", "UNSUPPORTED, NONE, 4", "FAILED, NONE, 4"})
    void saysWhyItFailed(FirewallException.Kind kind, String remedy, int expected) throws IOException {
        one.failure = new FirewallException(kind, "on \"purpose\"");

        String answer = serve(ADD);

        assertEquals(
                "{\"ok\":false,\"kind\":\"" + kind + "\",\"message\":\"on \\\"purpose\\\"\",\"remedy\":\"" + remedy
                        + "\",\"advice\":\"\"}\n",
                answer);
        assertEquals(expected, code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "hello",
                "{}",
                "{'version':1}",
                "{\"version\":1,\"backend\":\"one\",\"action\":\"LIST\",\"add\":[],\"remove\":[],\"more\":1}",
                "{\"version\":2,\"backend\":\"one\",\"action\":\"LIST\",\"add\":[],\"remove\":[]}",
                "{\"version\":1e0,\"backend\":\"one\",\"action\":\"LIST\",\"add\":[],\"remove\":[]}",
                "{\"version\":1,\"backend\":\"three\",\"action\":\"LIST\",\"add\":[],\"remove\":[]}",
                "{\"version\":1,\"backend\":\"one\",\"action\":\"FLUSH\",\"add\":[],\"remove\":[]}",
                "{\"version\":1,\"backend\":[],\"action\":\"LIST\",\"add\":[],\"remove\":[]}",
                "{\"version\":1,\"backend\":\"one\",\"action\":\"LIST\",\"add\":{},\"remove\":[]}",
                "{\"version\":1,\"backend\":\"one\",\"action\":\"APPLY\",\"add\":[1],\"remove\":[]}",
                "{\"version\":1,\"backend\":\"one\",\"action\":\"APPLY\",\"add\":[],\"remove\":[7]}",
                "{\"version\":1,\"backend\":\"one\",\"action\":\"APPLY\",\"add\":[],\"remove\":[\"docker:"
                        + " published\"]}",
                "{\"version\":1,\"backend\":\"one\",\"action\":\"LIST\",\"add\":[],\"remove\":[]} {}"
            })
    void refusesWhatIsNoRequest(String request) throws IOException {
        assertRefused(request);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "portio:v1:0              | docker:v1:0",
                "udp:9000-9010            | udp:9010-9000",
                "udp:9000-9010            | udp:0",
                "udp:9000-9010            | udp:65536",
                "udp:9000-9010            | sctp:9000",
                ":both                    | :sideways",
                ":both                    | :both accept",
                "\"DROP\"                 | \"ACCEPT\"",
                "\"DROP\"                 | \"drop\"",
                "\"loopback\":true        | \"loopback\":\"true\"",
                "\"AFTER\"                | \"UNTIL_RESTART\"",
                "\"AFTER\"                | \"NEVER\"",
                "\"seconds\":900          | \"seconds\":null",
                "\"seconds\":900          | \"seconds\":0",
                "\"seconds\":900          | \"seconds\":-1",
                "\"seconds\":900          | \"seconds\":1.5",
                "\"seconds\":900          | \"seconds\":1e99999999",
                "\"seconds\":900          | \"seconds\":99999999999999999999",
                "\"remainingSeconds\":840 | \"remainingSeconds\":\"840\"",
                "\"remainingSeconds\":840 | \"remainingSeconds\":9999999999",
                "/usr/bin/a program       | usr/bin/a",
                "/usr/bin/a program       | /usr/bin/a; reboot",
                "/usr/bin/a program       | /usr/bin/$(reboot)",
                "/usr/bin/a program       | /usr/bin/a\\nreboot",
                "/usr/bin/a program       | /usr/bin/a\\u0000",
                "/usr/bin/a program       | /usr/bin/\\\"a",
                "/system.slice            | -j",
                "\"controlGroup\":        | \"cgroup\":"
            })
    void refusesARuleThatIsNotExactlyOne(String part, String instead) throws IOException {
        assertTrue(ADD.contains(part), ADD);
        assertRefused(ADD.replace(part, instead));
    }

    @Test
    void refusesTheSameTagTwice() throws IOException {
        assertRefused(ADD.replace("\"remove\":[]", "\"remove\":[\"" + HelperSamples.TAG.text() + "\"]"));
    }

    @Test
    void refusesWhatIsTooLong() throws IOException {
        assertRefused(" ".repeat(1 << 20) + ADD);
        assertTrue(serve(" ".repeat(1000) + ADD).startsWith("{\"ok\":true"));
    }

    @Test
    void refusesWhatIsNestedTooDeeply() throws IOException {
        assertRefused("{\"version\":" + "[".repeat(100_000));
    }

    @Test
    void refusesWhatIsNotUtf8() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        byte[] latin1 = ADD.replace("a program", "\u00e4").getBytes(StandardCharsets.ISO_8859_1);

        assertEquals(2, server().serve(new ByteArrayInputStream(latin1), out));
        assertEquals(List.of(), one.changes);
    }

    @ParameterizedTest
    @CsvSource({"SUDO_UID, 1000, 0", "PKEXEC_UID, 1000, 0", "SUDO_UID, 1001, 2", "PKEXEC_UID, 0, 2", "OTHER, 0, 0"})
    void blocksOnlyInTheNameOfTheOneWhoAsks(String variable, String uid, int expected) throws IOException {
        environment = Map.of(variable, uid);

        serve(ADD);

        assertEquals(expected, code);
    }

    private void assertRefused(String request) throws IOException {
        String answer = serve(request);
        assertTrue(
                answer.startsWith(
                        "{\"ok\":false,\"kind\":\"FAILED\",\"message\":\"the firewall helper rejected this request: "),
                answer);
        assertEquals(2, code);
        assertEquals(List.of(), one.changes);
    }

    private String serve(String request) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayInputStream in = new ByteArrayInputStream(request.getBytes(StandardCharsets.UTF_8));
        code = server().serve(in, out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private HelperServer server() {
        return new HelperServer(
                List.of(one, two), environment, Set.of(new SshSession(50000, 22)), new Tombstones(folder));
    }
}
