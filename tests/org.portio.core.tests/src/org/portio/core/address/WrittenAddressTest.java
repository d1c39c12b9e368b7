// SPDX-License-Identifier: EPL-2.0
package org.portio.core.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenAddressTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "0.0.0.0", "::", "::1", "2001:db8::1"})
    void addressesInFullAreRead(String text) {
        assertEquals(text, Addresses.format(Addresses.parse(text)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "1", "127.1", "1.2.3", "2130706433", "1.2.3.4.5", "localhost", "1.2.3.x"})
    void shortFormsAndNamesAreRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Addresses.parse(text));
        assertThrows(IllegalArgumentException.class, () -> Endpoint.of(text, 80));
        assertThrows(IllegalArgumentException.class, () -> Endpoint.of(text + "%lo", 80));
    }
}
