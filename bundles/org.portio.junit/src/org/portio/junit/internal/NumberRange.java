// SPDX-License-Identifier: EPL-2.0
package org.portio.junit.internal;

import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.portio.core.kernel.SystemSettings;
import org.portio.core.port.PortRange;

/** The numbers that ports for tests are chosen from: rarely used ones that the system does not give out by itself. */
final class NumberRange {

    private static final PortRange CHOICE = new PortRange(10_000, 32_767);

    private final Optional<PortRange> ephemeral;

    NumberRange() {
        this(SystemSettings.value("net/ipv4/ip_local_port_range")
                .map(text -> PortRange.parse(text.replaceAll("\\s+", "-"))));
    }

    /**
     * Creates one for a system that gives these ports to those who ask for any; empty if that is not known.
     */
    NumberRange(Optional<PortRange> ephemeral) {
        // A machine that gives out all of them leaves no choice.
        this.ephemeral = ephemeral.filter(range -> range.first() > CHOICE.first() || range.last() < CHOICE.last());
    }

    /** Returns one of them at random: test runs that begin at the same time try different ones. */
    int next() {
        while (true) {
            int number = ThreadLocalRandom.current().nextInt(CHOICE.first(), CHOICE.last() + 1);
            if (ephemeral.isEmpty() || !ephemeral.get().contains(number)) {
                return number;
            }
        }
    }
}
