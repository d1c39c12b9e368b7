// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

/** An ability that a backend may have beyond blocking a port on IPv4 and IPv6. */
public enum Capability {
    OUTBOUND,
    /** Blocks connections within this machine, too. */
    LOOPBACK,
    DROP,
    REJECT,
    /** Lets existing connections go on while new ones are blocked. */
    SPARE_EXISTING,
    /** Ends existing connections. */
    CUT_EXISTING,
    /** The system itself opens the port after a time, also when PortIO does not run. */
    TIMED,
    /** Blocks only one program. */
    PER_PROGRAM,
    /** Blocks only one control group. */
    PER_CONTROL_GROUP,
    /** Counts packets that were blocked. */
    HITS,
    /** Also blocks ports that a container engine publishes by DNAT. */
    PUBLISHED_PORTS,
    /** Rules are there again after a restart of the machine. */
    PERSISTENT,
    /** Rules can be made that are gone after a restart of the machine; useful if others are {@link #PERSISTENT}. */
    UNTIL_RESTART
}
