// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.ruleset;

import java.util.List;

/**
 * Rules in their order.
 *
 * @param table family and name of its table, such as {@code inet filter}; the key of its sets and chains, too
 * @param hook empty for a chain that others jump to
 * @param type such as {@code filter} or {@code nat}; empty for a chain that others jump to
 * @param priority the lower comes first among the chains of a hook
 * @param policy what becomes of a packet that comes to the end of a chain with a hook
 * @param program that shows it: {@code nft}, {@code iptables} or {@code iptables-legacy}
 */
public record Chain(
        String table,
        String name,
        String hook,
        String type,
        int priority,
        String policy,
        String program,
        List<Rule> rules) {

    public String family() {
        return table.substring(0, table.indexOf(' '));
    }

    /** Returns how rules of the same table find it. */
    public String key() {
        return key(name);
    }

    /** Returns that of another chain of its table. */
    public String key(String other) {
        return program + " " + table + " " + other;
    }

    public Chain with(List<Rule> others) {
        return new Chain(table, name, hook, type, priority, policy, program, others);
    }

    /** Returns how users find it: {@code chain inet filter input}. */
    public String place() {
        return "chain " + table + " " + name + (isNft() ? "" : " of " + program);
    }

    /** Returns the command that shows it. */
    public String command() {
        if (isNft()) {
            return "nft list chain " + table + " " + name;
        }
        String own = "ip6".equals(family()) ? "ip6" + program.substring("ip".length()) : program;
        return own + " -t " + table.substring(table.indexOf(' ') + 1) + " -S " + name;
    }

    private boolean isNft() {
        return "nft".equals(program);
    }

    public boolean isNat() {
        return "nat".equals(type);
    }
}
