// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.walk;

/** The ways in which a packet may leave a rule or a chain. */
public enum End {
    ACCEPTED,
    REFUSED,
    /** Its destination is another than the one that it was sent to. */
    TURNED,
    /** A program gets it, or something is done with it that is not understood. */
    UNCLEAR,
    /** The packet returns from the chain to the one that it came from. */
    BACK,
    /** The packet continues to the next rule. */
    ON
}
