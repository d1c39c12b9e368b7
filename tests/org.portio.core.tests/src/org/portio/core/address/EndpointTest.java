// SPDX-License-Identifier: EPL-2.0
package org.portio.core.address;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.endpoint;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

    private static final InetAddress LINK_LOCAL = InetAddress.ofLiteral("fe80::1");

    @Test
    void writesIpv6InBrackets() {
        assertEquals("[::1]:8080", endpoint("::1", 8080).toString());
        assertEquals("127.0.0.1:80", endpoint("127.0.0.1", 80).toString());
    }

    @Test
    void ordersByFamilyThenByBytesThenByPort() {
        List<String> ordered = Stream.of(
                        endpoint("::1", 1),
                        endpoint("200.0.0.1", 1),
                        endpoint("10.0.0.1", 1),
                        endpoint("9.0.0.1", 10000),
                        endpoint("9.0.0.1", 9))
                .sorted()
                .map(Endpoint::toString)
                .toList();

        assertEquals(List.of("9.0.0.1:9", "9.0.0.1:10000", "10.0.0.1:1", "200.0.0.1:1", "[::1]:1"), ordered);
    }

    @ParameterizedTest
    @CsvSource({
        "127.0.0.1:80, 127.0.0.1:80",
        "[::1]:80, [::1]:80",
        "127.0.0.53%lo:53, 127.0.0.53%lo:53",
        "[fe80::1%eth7]:443, [fe80::1%eth7]:443",
        "[fe80::1]%eth7:443, [fe80::1%eth7]:443",
        "[fe80::1%12]:443, [fe80::1%12]:443",
        "[::%vrf-a]:0, [::%vrf-a]:0",
    })
    void isReadWithItsInterfaceEvenIfThisMachineHasNone(String text, String written) {
        assertEquals(written, Endpoint.parse(text).toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ":",
                "80",
                "127.0.0.1",
                "::1:80",
                "[::1:80",
                "[::1]",
                "[::1]:",
                "localhost:80",
                "127.0.0.1:x",
                "127.0.0.1:65536",
                "127.0.0.1:123456",
                "127.0.0.1%:80",
                "%lo:80",
                "[%lo]:80",
                "127.0.0.1:+80"
            })
    void refusesOtherTexts(String text) {
        assertThrows(IllegalArgumentException.class, () -> Endpoint.parse(text));
    }

    @Test
    void isAnotherOneAtEachInterface() {
        Endpoint one = new Endpoint(LINK_LOCAL, 80, new NetInterface(2, "eth0"));
        Endpoint other = new Endpoint(LINK_LOCAL, 80, new NetInterface(3, "eth1"));

        assertNotEquals(one, other);
        assertTrue(one.compareTo(other) < 0);
    }

    @ParameterizedTest
    @CsvSource({
        "[fe80::1%eth0]:80, true",
        "[fe80::1%2]:80, true",
        "[fe80::1]:80, true",
        "[fe80::1%eth1]:80, false",
        "[fe80::1%3]:80, false",
        "[fe80::1%eth0]:81, false",
        "[fe80::2%eth0]:80, false"
    })
    void isMeantByWhoWritesItsInterfaceOrNone(String written, boolean meant) {
        Endpoint endpoint = new Endpoint(LINK_LOCAL, 80, new NetInterface(2, "eth0"));

        assertEquals(meant, endpoint.isMeantBy(Endpoint.parse(written)));
    }

    @Test
    void isNotMeantByAnInterfaceIfItIsAtNone() {
        assertFalse(endpoint("127.0.0.1", 80).isMeantBy(Endpoint.parse("127.0.0.1%lo:80")));
        assertTrue(endpoint("::ffff:127.0.0.1", 80).isMeantBy(Endpoint.parse("127.0.0.1:80")));
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 65536})
    void refusesPortsThatDoNotExist(int port) {
        assertThrows(IllegalArgumentException.class, () -> endpoint("127.0.0.1", port));
    }
}
