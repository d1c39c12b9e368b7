// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.helper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.internal.HelperSamples;
import org.portio.firewall.internal.NotingBackend;
import org.portio.firewall.internal.elevation.HelperRequest;
import org.portio.firewall.internal.elevation.HelperRequest.Action;
import org.portio.firewall.internal.journal.Tombstones;
import org.portio.firewall.internal.system.SshSession;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.Rule;
import org.portio.firewall.spi.RuleTag;

/** Tests what the helper does for which user. */
class HelperPolicyTest {

    private static final String ADD = HelperRequest.of(
                    "one", Action.APPLY, new Change(List.of(HelperSamples.RULE), List.of()))
            .json();

    @TempDir
    private Path folder;

    private final NotingBackend one = new NotingBackend("one");
    private final NotingBackend two = new NotingBackend("two");
    private Map<String, String> environment = Map.of();
    private int code;

    @ParameterizedTest
    @CsvSource({"1000, 0, false", "1001, 3, false", "0, 0, true"})
    void removesTheBlockOfAnotherUserForRootAlone(String uid, int expected, boolean told) throws IOException {
        environment = Map.of("SUDO_UID", uid);
        one.rules.add(HelperSamples.THERE);

        serve(HelperRequest.of("one", Action.APPLY, new Change(List.of(), List.of(HelperSamples.THERE), true))
                .json());

        assertEquals(expected, code);
        assertEquals(expected == 0 ? 1 : 0, one.changes.size());
        assertEquals(told, Files.exists(folder.resolve(HelperSamples.TAG.id().toString())));
    }

    @ParameterizedTest
    @CsvSource({
        "inbound, 22, 22, false, 4",
        "inbound, 1, 9000, false, 4",
        "both, 22, 22, false, 4",
        "outbound, 50000, 50000, true, 4",
        "outbound, 50000, 50000, false, 0",
        "outbound, 22, 22, true, 0",
        "inbound, 8080, 8080, true, 0"
    })
    void guardsTheSshSessionOfWhoAsks(String direction, int first, int last, boolean cut, int expected)
            throws IOException {
        environment = Map.of("SUDO_UID", "1000");
        BlockRequest request = BlockRequest.of(new PortRange(first, last), Protocol.TCP)
                .withDirection(Direction.valueOf(direction.toUpperCase(Locale.ROOT)))
                .withCutExisting(cut);

        serve(add(false, rule(request)));
        assertEquals(expected, code);
        serve(add(true, rule(request)));
        assertEquals(0, code, "forced");
    }

    @Test
    void blocksForAUserWithinLimitsAlone() throws IOException {
        environment = Map.of("SUDO_UID", "1000");
        Rule[] many = IntStream.rangeClosed(1000, 1000 + HelperPolicy.MOST_BLOCKS)
                .mapToObj(port -> rule(BlockRequest.of(PortRange.of(port), Protocol.TCP)))
                .toArray(Rule[]::new);

        serve(add(true, many));
        assertEquals(3, code);
        serve(add(true, rule(BlockRequest.of(new PortRange(1024, 65535), Protocol.TCP))));
        assertEquals(3, code);
        for (Rule rule : List.of(many).subList(0, HelperPolicy.MOST_BLOCKS)) {
            one.rules.add(new AppliedRule(rule.tag(), List.of(), 0, false));
        }
        serve(add(false, many[0]));
        assertEquals(3, code, "with those that are there");
        assertEquals(List.of(), one.changes);
        environment = Map.of();
        serve(add(false, many));
        assertEquals(0, code, "root");
    }

    @Test
    void doesNothingWhereItIsNotSureWhoAsks() throws IOException {
        for (Map<String, String> unclear : List.of(
                Map.of("SUDO_UID", "1000", "PKEXEC_UID", "0"),
                Map.of("SUDO_UID", "0", "PKEXEC_UID", "1000"),
                Map.of("SUDO_UID", ""),
                Map.of("SUDO_UID", "root"),
                Map.of("DOAS_USER", "ann"))) {
            environment = unclear;
            serve(ADD);
            assertEquals(2, code, unclear.toString());
        }
        assertEquals(List.of(), one.changes);
    }

    private static Rule rule(BlockRequest request) {
        RuleTag tag = new RuleTag(UUID.randomUUID(), "1000", request.protocol(), request.ports(), request.direction());
        return new Rule(tag, request, null);
    }

    private static String add(boolean force, Rule... rules) {
        return HelperRequest.of("one", Action.APPLY, new Change(List.of(rules), List.of(), force))
                .json();
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
