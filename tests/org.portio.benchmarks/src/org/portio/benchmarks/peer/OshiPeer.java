// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.peer;

import java.io.IOException;
import oshi.software.os.OperatingSystem;

/** OSHI itself, in this process: sockets with PIDs, without what PortIO adds to them. */
record OshiPeer(OperatingSystem system) implements Peer {

    @Override
    public String name() {
        return Field.OSHI;
    }

    @Override
    public long measure() {
        long start = System.nanoTime();
        system.getInternetProtocolStats().getConnections();
        return System.nanoTime() - start;
    }

    @Override
    public void warmUp() throws IOException {
        for (int i = 0; i < 5; i++) {
            measure();
        }
    }
}
