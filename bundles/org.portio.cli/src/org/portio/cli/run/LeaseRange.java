// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.run;

import java.util.List;
import java.util.stream.Stream;
import org.portio.core.kernel.SystemSettings;
import org.portio.core.port.PortRange;

/** The ports that are leased: those that the system gives to nobody's outgoing connection, and that need no privileges. */
final class LeaseRange {

    private static final int FIRST = 10_000;
    private static final int LAST = 65_535;
    private static final PortRange USUAL = new PortRange(32_768, 60_999);
    private static final int ENOUGH = 2_000;

    private LeaseRange() {}

    /** Returns that of this machine. */
    static PortRange ofSystem() {
        return beside(SystemSettings.value("net/ipv4/ip_local_port_range")
                .map(LeaseRange::parse)
                .orElse(USUAL));
    }

    private static PortRange parse(String text) {
        List<Integer> ends = Stream.of(text.split("\\s+")).map(Integer::valueOf).toList();
        return new PortRange(ends.getFirst(), ends.getLast());
    }

    /** Returns what is below or above this range, whichever has enough; if neither has, also ports within it. */
    static PortRange beside(PortRange outgoing) {
        if (outgoing.first() - FIRST >= ENOUGH) {
            return new PortRange(FIRST, outgoing.first() - 1);
        }
        return LAST - outgoing.last() >= ENOUGH ? new PortRange(outgoing.last() + 1, LAST) : new PortRange(FIRST, LAST);
    }
}
