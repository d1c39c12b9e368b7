// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.BlockRequest.Subject;
import org.portio.firewall.BlockRequest.Traffic;
import org.portio.firewall.BlockRequest.Treatment;
import org.portio.firewall.Direction;
import org.portio.firewall.Expiry;
import org.portio.firewall.Verdict;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Rule;
import org.portio.firewall.spi.RuleTag;

/** Requests to the helper for its tests. */
public final class HelperSamples {

    public static final RuleTag TAG = new RuleTag(
            UUID.fromString("00000000-0000-4000-8000-000000000001"),
            "1000",
            Protocol.UDP,
            new PortRange(9000, 9010),
            Direction.BOTH);
    public static final RuleTag OTHER = new RuleTag(
            UUID.fromString("00000000-0000-4000-8000-000000000002"),
            "1000",
            Protocol.TCP,
            PortRange.of(80),
            Direction.INBOUND);
    static final BlockRequest REQUEST = new BlockRequest(
            new Traffic(TAG.ports(), TAG.protocol(), TAG.direction(), true),
            new Treatment(Verdict.DROP, false),
            new Subject("/usr/bin/a program", "/system.slice/dev-disk\\x2d1.mount"),
            Expiry.after(Duration.ofMinutes(15)),
            "");
    public static final Rule RULE = new Rule(TAG, REQUEST, Duration.ofMinutes(14));
    public static final AppliedRule THERE = new AppliedRule(TAG, List.of("inbound 4", "b01"), 12, false);
    public static final AppliedRule OTHER_THERE = new AppliedRule(OTHER, List.of("inbound 7"), -1, true);

    private HelperSamples() {}
}
