// SPDX-License-Identifier: EPL-2.0
package org.portio.core.field;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.core.Protocol;
import org.portio.core.address.Endpoint;

class CommunityIdTest {

    /** The values that the specification's own baseline has. */
    @ParameterizedTest
    @CsvSource({
        "TCP, 128.232.110.120:34855, 66.35.250.204:80, 1:LQU9qZlK+B5F3KDmev6m5PMibrg=",
        "TCP, 66.35.250.204:80, 128.232.110.120:34855, 1:LQU9qZlK+B5F3KDmev6m5PMibrg=",
        "UDP, 192.168.1.52:54585, 8.8.8.8:53, 1:d/FP5EW3wiY1vCndhwleRRKHowQ=",
        "UDP, 8.8.8.8:53, 192.168.1.52:54585, 1:d/FP5EW3wiY1vCndhwleRRKHowQ=",
        "TCP, [2001:470:e5bf:dead:4957:2174:e82c:4887]:63943, [2607:f8b0:400c:c03::1a]:25,"
                + " 1:/qFaeAR+gFe1KYjMzVDsMv+wgU4="
    })
    void isThatOfOtherTools(Protocol protocol, String one, String other, String id) {
        assertEquals(id, CommunityId.of(protocol, Endpoint.parse(one), Endpoint.parse(other)));
    }

    @Test
    void isTheSameForAnIpv6SocketThatTalksIpv4() {
        assertEquals(
                CommunityId.of(Protocol.TCP, Endpoint.parse("10.0.0.1:1"), Endpoint.parse("10.0.0.2:2")),
                CommunityId.of(
                        Protocol.TCP, Endpoint.parse("[::ffff:10.0.0.1]:1"), Endpoint.parse("[::ffff:10.0.0.2]:2")));
    }
}
