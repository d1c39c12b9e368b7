// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class HelperCommandTest {

    private final Cli cli = new Cli();

    @Test
    void answersARequestWithALine() {
        cli.input = "{\"version\":1,\"backend\":\"nftables\",\"action\":\"LIST\",\"add\":[],\"remove\":[]}";

        assertEquals(new Cli.Result(0, "{\"ok\":true,\"rules\":[],\"commands\":[]}\n", ""), cli.run("firewall-helper"));
    }

    @Test
    void refusesWhatIsNoRequest() {
        cli.input = "flush ruleset";

        Cli.Result result = cli.run("firewall-helper");

        assertEquals(2, result.code());
        assertTrue(result.out().startsWith("{\"ok\":false,"), result.out());
        assertEquals(1, result.lines().size());
    }

    @Test
    void takesNoArguments() {
        assertEquals(2, cli.run("firewall-helper", "LIST").code());
    }
}
