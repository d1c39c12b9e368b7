// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.Socket;
import org.junit.jupiter.api.Test;
import org.portio.testing.Lab;
import org.portio.testing.LabHost;
import org.portio.testing.LabHost.Outcome;

/** The network of the other tests lets everything pass by itself. */
class LabTest {

    @Test
    void everythingGetsThroughWhereNothingIsBlocked() throws Exception {
        Lab.assumePossible();
        try (Lab lab = Lab.open();
                AutoCloseable _ = lab.listen(8000);
                AutoCloseable _ = lab.container().listen(8001)) {
            for (String address :
                    new String[] {lab.server().address(), lab.server().address6()}) {
                assertTrue(lab.connects(address, 8000), address);
                assertEquals(Outcome.REFUSED, lab.client().connect(address, 8001), address);
                assertEquals(Outcome.CONNECTED, lab.client().datagram(address, 8000), address);
                assertEquals(Outcome.REFUSED, lab.client().datagram(address, 8001), address);
                try (Socket socket = lab.client().open(address, 8000)) {
                    assertTrue(LabHost.echoes(socket));
                }
            }
            assertTrue(lab.server().connects(lab.container().address(), 8001));
        }
    }
}
