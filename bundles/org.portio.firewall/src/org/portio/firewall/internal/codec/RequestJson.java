// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.codec;

import java.time.Duration;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.BlockRequest.Subject;
import org.portio.firewall.BlockRequest.Traffic;
import org.portio.firewall.BlockRequest.Treatment;
import org.portio.firewall.Direction;
import org.portio.firewall.Expiry;
import org.portio.firewall.Verdict;
import org.portio.json.JsonFields;
import org.portio.json.JsonObject;

/**
 * A request to block as PortIO writes it for itself: in the journal, and for the helper. Which traffic it is about, why, and
 * for how long stand where the journal and the helper have them.
 */
public final class RequestJson {

    /** The traffic of a request. */
    public record Match(PortRange ports, Protocol protocol, Direction direction) {}

    private RequestJson() {}

    public static void write(BlockRequest request, JsonObject json) {
        json.put("verdict", request.verdict().name());
        json.put("loopback", request.loopback());
        json.put("cutExisting", request.cutExisting());
        json.put("expiry", request.expiry().kind().name());
        json.put("program", request.program());
        json.put("controlGroup", request.controlGroup());
    }

    /**
     * Reads what {@link #write} writes.
     *
     * @param match ports, protocol and direction that it is about
     * @param duration how long it is to last; null unless it ends after a time
     * @param reason of the user's; empty if it is not known
     */
    public static BlockRequest read(JsonFields fields, Match match, Duration duration, String reason) {
        return new BlockRequest(
                new Traffic(match.ports(), match.protocol(), match.direction(), fields.truth("loopback")),
                new Treatment(fields.constant("verdict", Verdict.class), fields.truth("cutExisting")),
                new Subject(fields.text("program"), fields.text("controlGroup")),
                new Expiry(fields.constant("expiry", Expiry.Kind.class), duration),
                reason);
    }
}
