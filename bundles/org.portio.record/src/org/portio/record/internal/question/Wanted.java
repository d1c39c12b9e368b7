// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.question;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.portio.record.Condition;

/**
 * A condition with its ports one by one.
 *
 * @param localPorts the local ports that are chosen; null if that is not asked
 * @param remotePorts the same of a peer
 */
public record Wanted(Condition condition, BitSet localPorts, BitSet remotePorts) {

    private static final int PORTS = 1 << 16;

    static Wanted of(Condition condition) {
        BitSet local = ports(condition.localPort());
        boolean isSame = condition.remotePort() == condition.localPort();
        return new Wanted(condition, local, isSame ? local : ports(condition.remotePort()));
    }

    private static BitSet ports(IntPredicate chosen) {
        if (chosen == null) {
            return null;
        }
        BitSet ports = new BitSet(PORTS);
        // 0 stands for no port.
        for (int port = 1; port < PORTS; port++) {
            ports.set(port, chosen.test(port));
        }
        return ports;
    }

    /** Returns whether one of the sockets that have these ports, at either end, may meet it. */
    public boolean mayBeMet(BitSet ports) {
        return condition.traits() != null
                || condition.local() != null
                || condition.remote() != null
                || localPorts != null && ports.intersects(localPorts)
                || remotePorts != null && ports.intersects(remotePorts);
    }
}
