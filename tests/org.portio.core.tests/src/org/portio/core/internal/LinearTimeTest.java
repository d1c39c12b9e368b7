// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import static org.portio.testing.LinearTime.assertLinear;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.port.PortRange;
import org.portio.core.port.ServiceNames;

/** Reading files of the system, and what is typed, takes time in proportion to their length. */
class LinearTimeTest {

    @ParameterizedTest
    @ValueSource(strings = {" ", "\n", "1", "-", "a", "#", "/", "a 1/tcp ", "a 1/tcp\n", "\u0085"})
    void textOfAnyKind(String part) {
        for (String end : new String[] {"", "x\n"}) {
            assertLinear(
                    "services",
                    length -> text(part, length) + end,
                    text -> ServiceNames.parse(text.lines().toList()));
            assertLinear("range", length -> text(part, length) + end, PortRange::parse);
        }
    }

    private static String text(String part, int length) {
        return part.repeat(length / part.length());
    }
}
