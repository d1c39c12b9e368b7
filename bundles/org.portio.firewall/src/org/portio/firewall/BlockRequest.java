// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import java.util.Objects;
import org.portio.core.PortRange;
import org.portio.core.Protocol;

/**
 * What is to be blocked.
 *
 * @param ports local ports for {@link Direction#INBOUND}, ports of other machines for {@link Direction#OUTBOUND}
 * @param loopback whether connections within this machine are blocked, too
 * @param cutExisting whether TCP connections that are there already end; else they go on, and only new ones are blocked.
 *     UDP has no connections: all of its datagrams are blocked
 * @param program path of the program that alone is blocked; empty for all
 * @param controlGroup path of the control group that alone is blocked, as {@code /system.slice/web.service}; empty for
 *     all
 * @param reason for the user's own memory; may be empty
 */
public record BlockRequest(
        PortRange ports,
        Protocol protocol,
        Direction direction,
        Verdict verdict,
        boolean loopback,
        boolean cutExisting,
        Expiry expiry,
        String program,
        String controlGroup,
        String reason) {

    public BlockRequest {
        Objects.requireNonNull(ports, "ports");
        Objects.requireNonNull(protocol, "protocol");
        Objects.requireNonNull(direction, "direction");
        Objects.requireNonNull(verdict, "verdict");
        Objects.requireNonNull(expiry, "expiry");
        Objects.requireNonNull(program, "program");
        Objects.requireNonNull(controlGroup, "controlGroup");
        Objects.requireNonNull(reason, "reason");
    }

    /** What most want: inbound, answered, loopback open, existing connections go on, until it is unblocked. */
    public static BlockRequest of(PortRange ports, Protocol protocol) {
        return new BlockRequest(
                ports, protocol, Direction.INBOUND, Verdict.REJECT, false, false, Expiry.UNTIL_UNBLOCKED, "", "", "");
    }

    public BlockRequest withDirection(Direction other) {
        return new BlockRequest(
                ports, protocol, other, verdict, loopback, cutExisting, expiry, program, controlGroup, reason);
    }

    public BlockRequest withVerdict(Verdict other) {
        return new BlockRequest(
                ports, protocol, direction, other, loopback, cutExisting, expiry, program, controlGroup, reason);
    }

    public BlockRequest withLoopback(boolean also) {
        return new BlockRequest(
                ports, protocol, direction, verdict, also, cutExisting, expiry, program, controlGroup, reason);
    }

    public BlockRequest withCutExisting(boolean cut) {
        return new BlockRequest(
                ports, protocol, direction, verdict, loopback, cut, expiry, program, controlGroup, reason);
    }

    public BlockRequest withExpiry(Expiry other) {
        return new BlockRequest(
                ports, protocol, direction, verdict, loopback, cutExisting, other, program, controlGroup, reason);
    }

    public BlockRequest withReason(String other) {
        return new BlockRequest(
                ports, protocol, direction, verdict, loopback, cutExisting, expiry, program, controlGroup, other);
    }

    /** As {@code TCP 8080 inbound}. */
    @Override
    public String toString() {
        return protocol + " " + ports + " " + direction.label();
    }
}
