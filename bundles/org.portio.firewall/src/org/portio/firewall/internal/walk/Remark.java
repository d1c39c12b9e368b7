// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.walk;

import java.util.ArrayList;
import java.util.List;
import org.portio.firewall.internal.ruleset.Chain;
import org.portio.firewall.internal.ruleset.Rule;

/**
 * The effect of a rule, or of a chain's policy, on a packet that may reach it.
 *
 * @param base the chain with the hook
 * @param chain the one that the rule stands in
 * @param rule null for the policy
 * @param namesPort whether the rule, or one that leads to it, compares the port
 * @param certain whether every such packet comes to it, and all its conditions hold
 * @param doubts what its conditions, and those of the rules that lead to it, depend on
 */
public record Remark(
        Chain base, Chain chain, Rule rule, End end, boolean namesPort, boolean certain, List<Doubt> doubts) {

    public Remark {
        doubts = List.copyOf(doubts);
    }

    /** Returns the same, of a chain that is asked for packets of one network interface only. */
    Remark onSomeInterface() {
        List<Doubt> more = new ArrayList<>(doubts);
        more.add(new Doubt("the network interface", true));
        return new Remark(base, chain, rule, end, namesPort, false, more);
    }

    /** Returns where it is, and its words: {@code chain inet filter input: tcp dport 8080 drop}. */
    public String evidence() {
        return chain.place() + ": " + (rule == null ? "policy " + chain.policy() : rule.text());
    }

    /** Returns whether it is what becomes of packets that no rule before it accepts. */
    public boolean isLastWord() {
        return end == End.REFUSED && !namesPort && doubts.isEmpty();
    }
}
