// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.portio.testing.Sockets.endpoint;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {

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
    @ValueSource(ints = {-1, 65536})
    void refusesPortsThatDoNotExist(int port) {
        assertThrows(IllegalArgumentException.class, () -> endpoint("127.0.0.1", port));
    }
}
