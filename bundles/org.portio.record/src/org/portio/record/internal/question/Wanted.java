// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.question;

import java.util.BitSet;
import java.util.function.IntPredicate;
import org.portio.record.Condition;

/**
 * A condition with its ports as tables.
 *
 * @param localPorts whether each local port is chosen; null if none is
 * @param remotePorts the same for the port of a peer
 */
public record Wanted(Condition condition, boolean[] localPorts, boolean[] remotePorts) {

    private static final int PORTS = 1 << 16;

    static Wanted of(Condition condition) {
        boolean[] local = table(condition.localPort());
        boolean isSame = condition.remotePort() == condition.localPort();
        return new Wanted(condition, local, isSame ? local : table(condition.remotePort()));
    }

    private static boolean[] table(IntPredicate ports) {
        if (ports == null) {
            return null;
        }
        boolean[] table = new boolean[PORTS];
        // 0 stands for no port.
        for (int port = 1; port < PORTS; port++) {
            table[port] = ports.test(port);
        }
        return table;
    }

    /** Returns whether one of the sockets that have these ports, at either end, may meet it. */
    public boolean mayBeMet(BitSet ports) {
        return condition.traits() != null
                || condition.local() != null
                || condition.remote() != null
                || ports.stream().anyMatch(this::isWanted);
    }

    private boolean isWanted(int port) {
        return localPorts != null && localPorts[port] || remotePorts != null && remotePorts[port];
    }
}
