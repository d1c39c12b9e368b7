// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.CommandRunner;
import org.portio.firewall.FirewallException;
import org.portio.firewall.internal.elevation.HelperAnswer;
import org.portio.firewall.internal.elevation.HelperBackend;
import org.portio.firewall.internal.elevation.Way;

/** The real sudo, in front of a program other than the helper. */
@EnabledIf(value = "canBeTried", disabledReason = "needs root, sudo and setpriv (Debian: sudo, util-linux)")
class SudoTest {

    static boolean canBeTried() {
        return "root".equals(System.getProperty("user.name"))
                && Files.isExecutable(Path.of("/usr/bin/sudo"))
                && Files.isExecutable(Path.of("/usr/bin/setpriv"));
    }

    @Test
    void passesTheRequestAndTheAnswerOn() throws FirewallException {
        // Answers only if the request has come through.
        String script = "grep -q '\"action\":\"LIST\"' && echo '"
                + HelperAnswer.rules(List.of(HelperSamples.THERE)).json() + "'";

        assertEquals(
                List.of(HelperSamples.THERE),
                over("sudo", "-n", "--", "sh", "-c", script).list());
    }

    @Test
    void isNoPermissionWhereItRefusesAUserWithoutATerminal() {
        HelperBackend backend = over("setpriv", "--reuid", "65534", "--clear-groups", "sudo", "-n", "--", "true");

        FirewallException failure = assertThrows(FirewallException.class, backend::list);

        assertEquals(Kind.PERMISSION, failure.kind());
        assertTrue(failure.getMessage().startsWith("sudo did not grant privileges: sudo: "), failure.getMessage());
    }

    private static HelperBackend over(String... command) {
        CommandRunner system = CommandRunner.ofSystem();
        return new HelperBackend(
                new NotingBackend("one"),
                List.of(new Way(
                        List.of("sudo"),
                        (_, input, limit) -> system.run(List.of(command), input, limit),
                        Duration.ofSeconds(30))));
    }
}
