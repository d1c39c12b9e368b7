// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import java.util.Objects;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;

/**
 * A request to block: what, how, and for whom.
 *
 * @param expiry null only in a {@link Block} whose rule does not tell it
 * @param reason for the user's own memory; may be empty
 * @param run id of the test run that it belongs to and ends with; empty for none
 */
public record BlockRequest(
        Traffic traffic, Treatment treatment, Subject subject, Expiry expiry, String reason, String run) {

    /**
     * The packets to block.
     *
     * @param ports local ports for {@link Direction#INBOUND}, ports of other machines for {@link Direction#OUTBOUND}
     * @param loopback whether connections within this machine are blocked, too
     */
    public record Traffic(PortRange ports, Protocol protocol, Direction direction, boolean loopback) {
        public Traffic {
            Objects.requireNonNull(ports, "ports");
            Objects.requireNonNull(protocol, "protocol");
            Objects.requireNonNull(direction, "direction");
        }
    }

    /**
     * The treatment of the packets.
     *
     * @param verdict null only in a {@link Block} whose rule does not tell it
     * @param cutExisting whether TCP connections that are there already end; else they go on, and only new ones are
     *     blocked. UDP has no connections: all of its datagrams are blocked
     */
    public record Treatment(Verdict verdict, boolean cutExisting) {}

    /**
     * The one program or control group to block.
     *
     * @param program path of the program; empty for all
     * @param controlGroup path of the control group, as {@code /system.slice/web.service}; empty for all
     */
    public record Subject(String program, String controlGroup) {

        public static final Subject ALL = new Subject("", "");

        public Subject {
            Objects.requireNonNull(program, "program");
            Objects.requireNonNull(controlGroup, "controlGroup");
        }
    }

    public BlockRequest {
        Objects.requireNonNull(traffic, "traffic");
        Objects.requireNonNull(treatment, "treatment");
        Objects.requireNonNull(subject, "subject");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(run, "run");
    }

    /** Creates one that belongs to no test run. */
    public BlockRequest(Traffic traffic, Treatment treatment, Subject subject, Expiry expiry, String reason) {
        this(traffic, treatment, subject, expiry, reason, "");
    }

    /**
     * Returns the usual request: inbound, answered, loopback open, existing connections kept, until it is unblocked.
     */
    public static BlockRequest of(PortRange ports, Protocol protocol) {
        return new BlockRequest(
                new Traffic(ports, protocol, Direction.INBOUND, false),
                new Treatment(Verdict.REJECT, false),
                Subject.ALL,
                Expiry.UNTIL_UNBLOCKED,
                "");
    }

    public BlockRequest withDirection(Direction other) {
        return with(new Traffic(ports(), protocol(), other, loopback()));
    }

    public BlockRequest withLoopback(boolean also) {
        return with(new Traffic(ports(), protocol(), direction(), also));
    }

    private BlockRequest with(Traffic other) {
        return new BlockRequest(other, treatment, subject, expiry, reason, run);
    }

    public BlockRequest withVerdict(Verdict other) {
        return with(new Treatment(other, cutExisting()));
    }

    public BlockRequest withCutExisting(boolean cut) {
        return with(new Treatment(verdict(), cut));
    }

    private BlockRequest with(Treatment other) {
        return new BlockRequest(traffic, other, subject, expiry, reason, run);
    }

    public BlockRequest withSubject(Subject other) {
        return new BlockRequest(traffic, treatment, other, expiry, reason, run);
    }

    public BlockRequest withExpiry(Expiry other) {
        return new BlockRequest(traffic, treatment, subject, other, reason, run);
    }

    public BlockRequest withReason(String other) {
        return new BlockRequest(traffic, treatment, subject, expiry, other, run);
    }

    public BlockRequest withRun(String other) {
        return new BlockRequest(traffic, treatment, subject, expiry, reason, other);
    }

    public PortRange ports() {
        return traffic.ports();
    }

    public Protocol protocol() {
        return traffic.protocol();
    }

    public Direction direction() {
        return traffic.direction();
    }

    public boolean loopback() {
        return traffic.loopback();
    }

    public Verdict verdict() {
        return treatment.verdict();
    }

    public boolean cutExisting() {
        return treatment.cutExisting();
    }

    /** Path of the program that alone is blocked; empty for all. */
    public String program() {
        return subject.program();
    }

    /** Path of the control group that alone is blocked; empty for all. */
    public String controlGroup() {
        return subject.controlGroup();
    }

    /** Returns text such as {@code TCP 8080 inbound}. */
    @Override
    public String toString() {
        return protocol() + " " + ports() + " " + direction().label();
    }
}
