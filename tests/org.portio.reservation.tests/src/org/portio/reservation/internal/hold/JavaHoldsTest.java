// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.BindException;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.portio.core.PortioException.Kind;
import org.portio.core.Protocol;
import org.portio.reservation.PortKey;

/** Reasons are the same in every language of the system. */
class JavaHoldsTest {

    @Test
    void aTakenPortIsAConflict() throws IOException {
        try (ServerSocket holder = new ServerSocket(0)) {
            PortKey key = new PortKey(holder.getLocalPort(), Protocol.TCP, "");
            assertEquals(
                    Kind.CONFLICT,
                    JavaHolds.failure(key, new BindException("Die Adresse wird bereits verwendet"))
                            .kind());
        }
    }

    @Test
    void anAddressOfAnotherMachineIsNotValid() throws IOException {
        PortKey key = new PortKey(freePort(), Protocol.TCP, "192.0.2.77");
        HoldException failure =
                JavaHolds.failure(key, new BindException("Die angeforderte Adresse kann nicht zugewiesen werden"));
        assertEquals(Kind.INVALID, failure.kind());
        assertEquals("not available: 192.0.2.77 is not an address of this machine", failure.getMessage());
    }

    private static int freePort() throws IOException {
        try (ServerSocket one = new ServerSocket(0)) {
            return one.getLocalPort();
        }
    }
}
