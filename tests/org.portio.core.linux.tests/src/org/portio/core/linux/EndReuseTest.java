// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A PID is given to another process while its previous owner is ended; see {@link EndReuse}. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "asks the Linux kernel")
class EndReuseTest {

    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "100"));

    @Test
    void noInnocentProcessIsHit() throws Exception {
        PidNamespace.assumePossible();

        PidNamespace.Result result = PidNamespace.run(Programs.java(EndReuse.class, String.valueOf(ROUNDS)));

        Matcher matcher = Pattern.compile("reused (\\d+), ended in time (\\d+), innocent hit 0\n")
                .matcher(result.output());
        assertTrue(matcher.matches(), result::toString);
        assertEquals(0, result.code());
        assertTrue(Integer.parseInt(matcher.group(1)) > ROUNDS * 9 / 10, result::toString);
        System.getLogger(EndReuseTest.class.getName()).log(System.Logger.Level.INFO, result.output());
    }
}
