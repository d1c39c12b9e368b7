// SPDX-License-Identifier: EPL-2.0
package org.portio.core.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.Inet6Address;
import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "0.0.0.0, 0.0.0.0",
        "127.0.0.1, 127.0.0.1",
        "0:0:0:0:0:0:0:0, ::",
        "0:0:0:0:0:0:0:1, ::1",
        "2001:db8:0:0:1:0:0:1, 2001:db8::1:0:0:1",
        "2001:db8:0:1:1:1:1:1, 2001:db8:0:1:1:1:1:1",
        "2001:0:0:1:0:0:0:1, 2001:0:0:1::1",
        "fe80:0:0:0:0:0:0:0, fe80::",
        "2001:DB8:A:B:C:D:E:F, 2001:db8:a:b:c:d:e:f"
    })
    void formatsAddressesInTheShortestWayOfRfc5952(String literal, String expected) {
        assertEquals(expected, Addresses.format(InetAddress.ofLiteral(literal)));
    }

    @Test
    void keepsAV4MappedAddressAnIpv6Address() {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 0, 0, (byte) 200};

        InetAddress address = Addresses.of(mapped);

        assertInstanceOf(Inet6Address.class, address);
        assertEquals("::ffff:10.0.0.200", Addresses.format(address));
    }

    @Test
    void unwrapsAV4MappedAddressAndNoOther() {
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 0, 0, (byte) 200};

        assertEquals(InetAddress.ofLiteral("10.0.0.200"), Addresses.unmapped(Addresses.of(mapped)));
        assertEquals(InetAddress.ofLiteral("::1"), Addresses.unmapped(InetAddress.ofLiteral("::1")));
        assertEquals(InetAddress.ofLiteral("10.0.0.1"), Addresses.unmapped(InetAddress.ofLiteral("10.0.0.1")));
    }

    @Test
    void formatsTheScopeOfALinkLocalAddress() throws Exception {
        byte[] linkLocal = new byte[16];
        linkLocal[0] = (byte) 0xfe;
        linkLocal[1] = (byte) 0x80;
        linkLocal[15] = 1;

        assertEquals("fe80::1%4242", Addresses.format(Inet6Address.getByAddress(null, linkLocal, 4242)));
    }

    @Test
    void refusesBytesThatAreNoAddress() {
        assertThrows(IllegalArgumentException.class, () -> Addresses.of(new byte[5]));
    }
}
