// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.nft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.PortioException.Kind;
import org.portio.firewall.FirewallException;
import org.portio.firewall.internal.HelperSamples;
import org.portio.firewall.internal.Rules;
import org.portio.firewall.spi.AppliedRule;
import org.portio.testing.RecordingRunner;

/** Tests how nft's answers are understood; other tests try what it does with the running kernel. */
class NftBackendTest {

    private static final String LIST = "nft -j list table inet portio";
    private static final String TABLES = "nft -j list tables";
    private static final String APPLY = "nft -j -e -a -f -";
    private static final String NO_TABLE =
            "Error: No such file or directory\nlist table inet portio\n                ^^^^^^\n";

    private final RecordingRunner runner = new RecordingRunner();
    private final NftBackend backend = new NftBackend(runner);

    @Test
    void aTableThatIsNotThereHasNoBlocks() throws Exception {
        runner.answer(LIST, 1, "", NO_TABLE);

        assertEquals(List.of(), backend.list());
        assertEquals(List.of(LIST), runner.commands(), "one process tells it");
    }

    @Test
    void whatANewerOrOlderVersionSaysInOtherWordsIsToldByTheListOfTables() throws Exception {
        runner.answer(LIST, 1, "", "Error: Could not process rule: No such file or directory\n")
                .answer(TABLES, "{\"nftables\": [{\"table\": {\"family\": \"inet\", \"name\": \"filter\"}}]}");

        assertEquals(List.of(), backend.list());
    }

    @Test
    void aListThatFailsWhileTheTableIsThereIsAFailure() {
        runner.answer(LIST, 1, "", "Error: Could not receive ruleset: Interrupted system call\n")
                .answer(TABLES, "{\"nftables\": [{\"table\": {\"family\": \"inet\", \"name\": \"portio\"}}]}");

        FirewallException failure = assertThrows(FirewallException.class, backend::list);
        assertEquals(Kind.FAILED, failure.kind());
        assertTrue(failure.getMessage().contains("Interrupted"), failure.getMessage());
    }

    @Test
    void aLackOfRightsIsToldApart() {
        String denied = "Operation not permitted (you must be root)\nnetlink: Error: cache initialization failed\n";
        runner.answer(LIST, 1, "", denied).answer(TABLES, 1, "", denied);

        assertEquals(
                Kind.PERMISSION,
                assertThrows(FirewallException.class, backend::list).kind());
    }

    @Test
    void theLastBlockTakesTheTableAway() throws Exception {
        runner.answer(LIST, table(rule("inbound", 7))).answer(APPLY, "").answer(LIST, 1, "", NO_TABLE);

        backend.apply(Rules.remove(block()));

        assertEquals(List.of(LIST, APPLY, LIST), runner.commands());
        assertTrue(runner.calls().get(1).input().contains("{\"delete\":{\"table\":"));
    }

    @Test
    void aChangeIsMadeFromTheListingThatIsThere() throws Exception {
        runner.answer(LIST, "{\"nftables\": []}").answer(APPLY, "").answer(LIST, 1, "", NO_TABLE);
        backend.list();

        backend.apply(Rules.remove(block()));

        assertEquals(List.of(LIST, APPLY, LIST), runner.commands());
    }

    /** The kernel refuses to delete the counter that another user's block has come to use in the meantime. */
    @Test
    void aTableThatTheKernelDoesNotDeleteStays() throws Exception {
        String counter =
                "{\"counter\": {\"family\": \"inet\", \"name\": \"blocks\", \"table\": \"portio\", \"handle\": 2}}";
        runner.answer(LIST, table(counter, rule("inbound", 7)))
                .answer(APPLY, 1, "", "internal:0:0-0: Error: Could not process rule: Device or resource busy\n")
                .answer(APPLY, "")
                .answer(LIST, 1, "", NO_TABLE);

        backend.apply(Rules.remove(block()));

        assertEquals(List.of(LIST, APPLY, APPLY, LIST), runner.commands());
        String refused = runner.calls().get(1).input();
        assertTrue(refused.indexOf("{\"delete\":{\"counter\":") < refused.indexOf("{\"delete\":{\"table\":"), refused);
        String rest = runner.calls().get(2).input();
        assertTrue(rest.contains("\"handle\":7") && !rest.contains("\"table\":{"), rest);
    }

    /**
     * The kernel deletes a chain with all its rules: blocks of other ports disappeared with the first one that was
     * removed.
     */
    @Test
    void aTableInWhichSomethingIsLeftStays() throws Exception {
        assertKept(table(rule("inbound", 7), rule("inbound", 8)));
        assertKept(table(rule("inbound", 7), rule("outbound", 7)));
        assertKept(table(rule("inbound", 7), "{\"chain\": {\"name\": \"mine\", \"handle\": 9}}"));
        assertKept("what no version of nft has printed yet");
    }

    private static void assertKept(String listed) throws Exception {
        RecordingRunner own = new RecordingRunner();
        own.answer(LIST, listed).answer(APPLY, "").answer(LIST, 1, "", NO_TABLE);

        new NftBackend(own).apply(Rules.remove(block()));

        String applied = own.calls().get(1).input();
        assertFalse(applied.contains("\"delete\":{\"table\"") || applied.contains("\"delete\":{\"chain\""), listed);
    }

    private static String table(String... objects) {
        return "{\"nftables\": [{\"chain\": {\"name\": \"inbound\"}}, " + String.join(", ", objects) + "]}";
    }

    private static String rule(String chain, int handle) {
        return "{\"rule\": {\"chain\": \"" + chain + "\", \"handle\": " + handle + ", \"expr\": []}}";
    }

    private static AppliedRule block() {
        return new AppliedRule(HelperSamples.OTHER, List.of("inbound 7"), 0, false);
    }
}
