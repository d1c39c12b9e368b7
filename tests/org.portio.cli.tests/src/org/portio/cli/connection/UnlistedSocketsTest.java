// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** On lines as Linux 6.18 writes them to /proc/net/protocols. */
class UnlistedSocketsTest {

    private static final String HEAD =
            "protocol  size sockets  memory press maxhdr  slab module     cl co di ac io in de sh ss gs se re bi br ha uh gp em";

    @Test
    void countsBothFamiliesOfAKindTogetherAndLeavesOutWhatIsListed() {
        assertEquals(
                "3 raw, 1 UDP-Lite, 2 packet",
                UnlistedSockets.text(List.of(
                        HEAD,
                        "PACKET    1600      2      -1   NI       0   no   kernel      n  n  n",
                        "RAWv6     1344      1      -1   NI       0   yes  kernel      y  y  y",
                        "UDPLITEv6 1472      1       0   NI       0   yes  kernel      y  y  y",
                        "TCP       2304     10       0   no     192   yes  kernel      y  y  y",
                        "RAW       1152      2      -1   NI       0   yes  kernel      y  y  y")));
    }

    @Test
    void saysNothingWhereThereAreNone() {
        assertEquals("", UnlistedSockets.text(List.of(HEAD)));
        assertEquals("", UnlistedSockets.text(List.of("")));
    }
}
