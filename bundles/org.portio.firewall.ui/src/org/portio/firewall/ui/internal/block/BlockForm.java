// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.block;

import java.time.Duration;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.BlockRequest.Subject;
import org.portio.firewall.BlockRequest.Traffic;
import org.portio.firewall.BlockRequest.Treatment;
import org.portio.firewall.Capability;
import org.portio.firewall.Direction;
import org.portio.firewall.Expiry;
import org.portio.firewall.Verdict;

/** The input of the dialog Block Port, as it was typed. */
public record BlockForm(
        String ports,
        Protocol protocol,
        Direction direction,
        Verdict verdict,
        Expiry.Kind lasts,
        String minutes,
        boolean loopback,
        boolean cutExisting,
        String program,
        String controlGroup,
        String reason) {

    private static final int MINUTES_OF_A_YEAR = 366 * 24 * 60;
    private static final String DEFAULT_MINUTES = "30";

    /** Creates one with the defaults for all the rest. */
    public static BlockForm of(String ports, Protocol protocol, Direction direction, Verdict verdict) {
        return new BlockForm(
                ports, protocol, direction, verdict, Expiry.Kind.AFTER, DEFAULT_MINUTES, false, false, "", "", "");
    }

    /** Returns the same as far as it is offered; other choices are replaced by offered ones. */
    BlockForm within(Offer offer) {
        boolean programs = offer.has(Capability.PER_PROGRAM);
        boolean controlGroups = offer.has(Capability.PER_CONTROL_GROUP);
        return new BlockForm(
                ports,
                protocol,
                offer.whyNot(direction).isEmpty() ? direction : Direction.INBOUND,
                offer.whyNot(verdict).isEmpty() ? verdict : verdict == Verdict.DROP ? Verdict.REJECT : Verdict.DROP,
                lasts,
                minutes,
                loopback && offer.has(Capability.LOOPBACK),
                !offer.has(Capability.SPARE_EXISTING) || cutExisting && offer.has(Capability.CUT_EXISTING),
                programs ? program : "",
                controlGroups ? controlGroup : "",
                reason);
    }

    /** Returns what is wrong, for the user; empty if nothing is. */
    String problem() {
        String text = ports.strip();
        if (text.isEmpty()) {
            return Messages.BlockForm_noPorts;
        }
        try {
            range();
        } catch (IllegalArgumentException _) {
            return NLS.bind(isBackwards(text) ? Messages.BlockForm_backwards : Messages.BlockForm_badPorts, text);
        }
        if (lasts == Expiry.Kind.AFTER && parsedMinutes() < 1) {
            return NLS.bind(Messages.BlockForm_badMinutes, MINUTES_OF_A_YEAR);
        }
        if (!program.isBlank() && !isAbsolute(program.strip())) {
            return Messages.BlockForm_badProgram;
        }
        return controlGroup.isBlank() || controlGroup.strip().startsWith("/") ? "" : Messages.BlockForm_badControlGroup;
    }

    /** Returns the request of a form without a problem. */
    BlockRequest request() {
        Expiry expiry = switch (lasts) {
            case UNTIL_UNBLOCKED -> Expiry.UNTIL_UNBLOCKED;
            case UNTIL_RESTART -> Expiry.UNTIL_RESTART;
            case AFTER -> Expiry.after(Duration.ofMinutes(parsedMinutes()));
        };
        return new BlockRequest(
                new Traffic(range(), protocol, direction, loopback),
                new Treatment(verdict, cutExisting),
                new Subject(program.strip(), controlGroup.strip()),
                expiry,
                reason.strip());
    }

    private PortRange range() {
        return PortRange.parse(ports.replace(" ", ""));
    }

    private static boolean isBackwards(String text) {
        String compact = text.replace(" ", "");
        return compact.matches("\\d{1,5}-\\d{1,5}")
                && Integer.parseInt(compact.substring(0, compact.indexOf('-')))
                        > Integer.parseInt(compact.substring(compact.indexOf('-') + 1));
    }

    /** -1 if it is no number of minutes. */
    private int parsedMinutes() {
        String text = minutes.strip();
        int number = text.matches("\\d{1,6}") ? Integer.parseInt(text) : -1;
        return number > MINUTES_OF_A_YEAR ? -1 : number;
    }

    /**
     * Returns whether the path is absolute on any system: on Windows it begins with a drive, or with two backslashes.
     */
    private static boolean isAbsolute(String path) {
        return path.startsWith("/") || path.startsWith("\\\\") || path.matches("[A-Za-z]:\\\\.*");
    }
}
