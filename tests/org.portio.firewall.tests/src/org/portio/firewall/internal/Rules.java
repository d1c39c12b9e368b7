// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.portio.core.PortRange;
import org.portio.core.Protocol;
import org.portio.firewall.AppliedRule;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Change;
import org.portio.firewall.Rule;
import org.portio.firewall.RuleTag;

/** Short ways to write down a change. */
final class Rules {

    private Rules() {}

    static BlockRequest tcp(int port) {
        return BlockRequest.of(PortRange.of(port), Protocol.TCP);
    }

    static BlockRequest udp(int first, int last) {
        return BlockRequest.of(new PortRange(first, last), Protocol.UDP);
    }

    /** The tag with this number in its id, of root's. */
    static RuleTag tag(int number, BlockRequest request) {
        UUID id = new UUID(0x4000L, 0x8000000000000000L + number);
        return new RuleTag(id, "0", request.protocol(), request.ports(), request.direction());
    }

    static Rule rule(int number, BlockRequest request) {
        return new Rule(tag(number, request), request, null);
    }

    static Change add(BlockRequest... requests) {
        List<Rule> rules = new ArrayList<>();
        for (BlockRequest request : requests) {
            rules.add(rule(rules.size() + 1, request));
        }
        return new Change(rules, List.of());
    }

    static Change remove(AppliedRule... rules) {
        return new Change(List.of(), List.of(rules));
    }

    /** As the backend would have listed it. */
    static AppliedRule applied(int number, BlockRequest request, String... handles) {
        return new AppliedRule(tag(number, request), List.of(handles), -1, false);
    }
}
