// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import static org.portio.testing.LinearTime.assertLinear;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading netsh's output takes time in proportion to its length. */
class ExcludedPortsTimeTest {

    @ParameterizedTest
    @ValueSource(strings = {" ", "1", "1 ", " 1", "\n", "12345 ", "a", "\t"})
    void listingOfAnyKind(String part) {
        assertLinear(
                "ranges",
                length -> part.repeat(length / part.length()) + "x",
                text -> ExcludedPorts.rangeWith(0, text));
    }
}
