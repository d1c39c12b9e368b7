// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.system.CommandRunner;
import org.portio.firewall.FirewallException;
import org.portio.firewall.internal.nft.NftBackend;
import org.portio.firewall.internal.selection.BackendSelection;
import org.portio.firewall.internal.system.SystemPrograms;
import org.portio.firewall.spi.FirewallBackend;

/** A machine that has no program of any firewall, as many containers have. */
class NoFirewallTest {

    private final List<FirewallBackend> backends = List.of(new NftBackend((command, _, _) -> {
        throw new IOException(command.getFirst() + " was not found");
    }));

    @Test
    void isAStateToBeExpectedAndNoError() {
        for (String name : new String[] {null, "nftables"}) {
            FirewallException failure =
                    assertThrows(FirewallException.class, () -> new BackendSelection(backends, null).choose(name));

            assertEquals(FirewallException.Kind.ABSENT, failure.kind());
            assertTrue(failure.isExpected());
            assertTrue(failure.getMessage().contains("nft was not found"), failure.getMessage());
        }
    }

    @Test
    void aProgramThatIsNowhereIsSaidToBeMissing() {
        CommandRunner runner =
                new SystemPrograms(CommandRunner.ofSystem(), "/nonexistent", false, List.of(Path.of("/nonexistent")));

        IOException failure =
                assertThrows(IOException.class, () -> runner.run(List.of("nft"), "", Duration.ofSeconds(9)));
        assertEquals("the program 'nft' was not found", failure.getMessage());
    }
}
