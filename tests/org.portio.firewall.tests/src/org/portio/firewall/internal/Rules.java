// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.Rule;
import org.portio.firewall.spi.RuleTag;

/** Short ways to write down a change. */
public final class Rules {

    private Rules() {}

    public static BlockRequest tcp(int port) {
        return BlockRequest.of(PortRange.of(port), Protocol.TCP);
    }

    public static BlockRequest udp(int first, int last) {
        return BlockRequest.of(new PortRange(first, last), Protocol.UDP);
    }

    /** Returns the tag of root with this number in its ID. */
    public static RuleTag tag(int number, BlockRequest request) {
        UUID id = new UUID(0x4000L, 0x8000000000000000L + number);
        return new RuleTag(id, "0", request.protocol(), request.ports(), request.direction());
    }

    public static Rule rule(int number, BlockRequest request) {
        return new Rule(tag(number, request), request, null);
    }

    public static Change add(BlockRequest... requests) {
        List<Rule> rules = new ArrayList<>();
        for (BlockRequest request : requests) {
            rules.add(rule(rules.size() + 1, request));
        }
        return new Change(rules, List.of());
    }

    public static Change remove(AppliedRule... rules) {
        return new Change(List.of(), List.of(rules));
    }

    /** Returns it as the backend would list it. */
    public static AppliedRule applied(int number, BlockRequest request, String... handles) {
        return new AppliedRule(tag(number, request), List.of(handles), -1, false);
    }
}
