// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.cli.Cli;
import org.portio.firewall.wiring.FirewallHelper;

class HelperCommandTest {

    private final Cli cli = new Cli();

    @Test
    void answersARequestWithALine() {
        cli.input = "{\"version\":1,\"backend\":\"nftables\",\"action\":\"LIST\",\"add\":[],\"remove\":[]}";

        Cli.Result result = cli.run("firewall-helper");

        assertEquals(0, result.code());
        assertEquals(List.of(FirewallHelper.READY, "{\"ok\":true,\"rules\":[],\"commands\":[]}"), result.lines());
        assertEquals("", result.err());
    }

    @Test
    void refusesWhatIsNoRequest() {
        cli.input = "flush ruleset";

        Cli.Result result = cli.run("firewall-helper");

        assertEquals(2, result.code());
        assertEquals(2, result.lines().size());
        assertEquals(FirewallHelper.READY, result.lines().getFirst());
        assertTrue(result.lines().getLast().startsWith("{\"ok\":false,"), result.out());
    }

    @Test
    void takesNoArguments() {
        assertEquals(2, cli.run("firewall-helper", "LIST").code());
    }
}
