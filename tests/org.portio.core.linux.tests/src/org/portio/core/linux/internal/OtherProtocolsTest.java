// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.portio.core.Unseen;

/** Tests on lines in the form in which Linux 6.18 writes /proc/net/protocols. */
class OtherProtocolsTest {

    private static final String HEAD =
            "protocol  size sockets  memory press maxhdr  slab module     cl co di ac io in de sh ss gs se re bi br ha uh gp em";

    @Test
    void countsBothFamiliesOfAKindTogetherAndLeavesOutWhatIsListed() {
        List<Unseen> limits = OtherProtocols.count(String.join(
                "\n",
                HEAD,
                "PACKET    1600      2      -1   NI       0   no   kernel      n  n  n",
                "RAWv6     1344      1      -1   NI       0   yes  kernel      y  y  y",
                "UDPLITEv6 1472      1       0   NI       0   yes  kernel      y  y  y",
                "TCP       2304     10       0   no     192   yes  kernel      y  y  y",
                "RAW       1152      2      -1   NI       0   yes  kernel      y  y  y"));

        assertEquals(6, limits.getFirst().count());
        assertEquals("3 raw, 1 UDP-Lite, 2 packet", limits.getFirst().why());
    }

    @Test
    void saysNothingIfThereAreNone() {
        assertEquals(List.of(), OtherProtocols.count(HEAD));
        assertEquals(List.of(), OtherProtocols.count(""));
    }

    @Test
    void tellsThatTheTableCannotBeRead() {
        Unseen limit = OtherProtocols.read("/nowhere/protocols").getFirst();

        assertEquals(Unseen.Kind.OTHER_PROTOCOLS, limit.kind());
        assertEquals(-1, limit.count());
        assertEquals("/nowhere/protocols cannot be read", limit.why());
    }
}
