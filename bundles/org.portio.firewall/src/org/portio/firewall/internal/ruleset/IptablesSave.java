// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.ruleset;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Reads what {@code iptables-save} and {@code ip6tables-save} print, into chains as nft would list them. */
public final class IptablesSave {

    /** The priority of each table's chains, as netfilter has it. */
    private static final Map<String, Integer> PRIORITIES =
            Map.of("raw", -300, "mangle", -150, "nat", -100, "filter", 0, "security", 50);

    private final String family;
    private final String program;
    private final Map<String, Chain> chains = new LinkedHashMap<>();
    private String table = "";

    private IptablesSave(String family, String program) {
        this.family = family;
        this.program = program;
    }

    /**
     * Returns the chains, those without rules and with the policy ACCEPT among them.
     *
     * @param family {@code ip} or {@code ip6}
     * @param program that shows them one by one
     * @throws IllegalArgumentException if it is not such a list
     */
    public static List<Chain> parse(String family, String program, String text) {
        IptablesSave save = new IptablesSave(family, program);
        text.lines().forEach(save::take);
        if (!save.table.isEmpty()) {
            throw new IllegalArgumentException("iptables-save ended in the middle of the table " + save.table);
        }
        return List.copyOf(save.chains.values());
    }

    private void take(String line) {
        if (line.startsWith("*")) {
            table = line.substring(1).strip();
        } else if ("COMMIT".equals(line)) {
            table = "";
        } else if (line.startsWith(":")) {
            String[] words = line.substring(1).split(" ");
            boolean drops = words.length > 1 && "DROP".equals(words[1]);
            chains.put(table + " " + words[0], chain(words[0], drops ? "drop" : "accept"));
        } else if (line.startsWith("-A ")) {
            String[] parts = line.split(" ", 3);
            Chain chain = chains.get(table + " " + parts[1]);
            if (chain == null) {
                throw new IllegalArgumentException("iptables-save names a chain that it does not list: " + parts[1]);
            }
            chain.rules().add(IptablesRule.parse(parts.length > 2 ? parts[2] : ""));
        }
    }

    private Chain chain(String name, String policy) {
        String hook = switch (name) {
            case "PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING" -> name.toLowerCase(Locale.ROOT);
            default -> "";
        };
        return new Chain(
                family + " " + table,
                name,
                hook,
                hook.isEmpty() ? "" : "nat".equals(table) ? "nat" : "filter",
                PRIORITIES.getOrDefault(table, 0),
                policy,
                program,
                new ArrayList<>());
    }
}
