// SPDX-License-Identifier: EPL-2.0
package org.portio.core.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkTest {

    @ParameterizedTest
    @CsvSource({
        "10.1.2.3/8, 10.0.0.0, 10.255.255.255",
        "10.1.2.3/13, 10.0.0.0, 10.7.255.255",
        "10.1.2.3, 10.1.2.3, 10.1.2.3",
        "0.0.0.0/0, 0.0.0.0, 255.255.255.255",
        "fe80::1/10, fe80::, febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
        "::1/128, ::1, ::1"
    })
    void reachesFromItsFirstAddressToItsLast(String text, String first, String last) {
        Network network = Network.parse(text);
        assertEquals(first, Addresses.format(network.first()));
        assertEquals(last, Addresses.format(network.last()));
        assertTrue(network.contains(network.first()) && network.contains(network.last()));
    }

    @Test
    void hasAddressesThatAreMappedIntoIpv6() {
        assertTrue(Network.parse("127.0.0.0/8").contains(Addresses.parse("::ffff:127.0.0.1")));
        assertFalse(Network.parse("127.0.0.0/8").contains(Addresses.parse("::1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"10", "example.org", "10.0.0.0/33", "fe80::/129", "fe80::/x", "10.0.0.0/", "/8", ""})
    void isNothingElse(String text) {
        assertThrows(IllegalArgumentException.class, () -> Network.parse(text));
    }
}
