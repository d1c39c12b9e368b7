// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.internal.hold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.portio.testing.Lab;

/** Tests on the kernel's own list: each network namespace has one for itself. */
class ReservedPortsKernelTest {

    private final ReservedPorts ports = new ReservedPorts(Path.of("/"));

    @BeforeAll
    static void needsNamespaces() {
        Lab.assumePossible();
    }

    @Test
    void readsTheWholeListAndWritesItAsItWas() throws IOException {
        BitSet list = new BitSet();
        list.set(8080);
        list.set(9000, 9011);
        list.set(22222);
        try (Lab lab = Lab.open()) {
            assertEquals(new BitSet(), lab.server().call(ports::read));
            lab.server().call(() -> {
                ports.write(list);
                return null;
            });
            assertEquals(list, lab.server().call(ports::read));
        }
    }
}
