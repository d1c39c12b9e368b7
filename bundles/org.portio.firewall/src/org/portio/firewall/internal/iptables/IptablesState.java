// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.iptables;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portio.core.PortioException.Kind;
import org.portio.firewall.FirewallException;
import org.portio.firewall.internal.iptables.IptablesRules.Chain;
import org.portio.firewall.internal.iptables.IptablesRules.Line;
import org.portio.firewall.spi.RuleTag;

/** PortIO's part of the tables of one family, read from what {@code iptables-save -c} prints. */
public final class IptablesState {

    /**
     * A line with PortIO's tag.
     *
     * @param first whether no line of somebody else stands before it in its chain
     */
    record Tagged(Line line, RuleTag tag, long packets, boolean first) {}

    private static final String JUMP_COMMENT = "-m comment --comment \"portio:v1:jump\" -j ";
    private static final Pattern RULE = Pattern.compile("\\[(\\d+):\\d+] -A (\\S+) (.*)");
    private static final Pattern COMMENT = Pattern.compile("--comment \"?([^\" ]*)\"?(?: |$)");

    private final List<Tagged> tagged = new ArrayList<>();
    private final Set<Chain> chains = EnumSet.noneOf(Chain.class);
    private final Map<Chain, Integer> others = new EnumMap<>(Chain.class);
    private final Map<Chain, Integer> jumps = new EnumMap<>(Chain.class);
    private final Set<Chain> first = EnumSet.noneOf(Chain.class);
    private final Set<String> hooksSeen = new HashSet<>();

    private IptablesState() {}

    public static IptablesState parse(String text) throws FirewallException {
        IptablesState state = new IptablesState();
        String table = null;
        for (String line : text.lines().toList()) {
            if (line.startsWith("*")) {
                requireClosed(table);
                table = line.substring(1);
            } else if ("COMMIT".equals(line)) {
                table = null;
            } else if (table != null) {
                state.read(table, line);
            }
        }
        requireClosed(table);
        return state;
    }

    private static void requireClosed(String table) throws FirewallException {
        if (table != null) {
            throw new FirewallException(Kind.FAILED, "iptables-save ended in the middle of table " + table);
        }
    }

    private void read(String table, String line) throws FirewallException {
        Matcher rule = RULE.matcher(line);
        if (line.startsWith(":")) {
            own(table, line.substring(1).split(" ", 2)[0]).ifPresent(chains::add);
        } else if (rule.matches()) {
            Optional<Chain> own = own(table, rule.group(2));
            if (own.isPresent()) {
                readOwn(own.get(), rule.group(3), packets(rule.group(1)));
            } else {
                readOther(table, rule.group(2), rule.group(3));
            }
        }
    }

    private static long packets(String digits) throws FirewallException {
        try {
            return Long.parseLong(digits);
        } catch (NumberFormatException e) {
            throw new FirewallException(
                    Kind.FAILED, "iptables-save counts more packets than there can be: " + digits, e);
        }
    }

    private static Optional<Chain> own(String table, String label) {
        for (Chain chain : Chain.values()) {
            if (chain.table().equals(table) && chain.label().equals(label)) {
                return Optional.of(chain);
            }
        }
        return Optional.empty();
    }

    private void readOwn(Chain chain, String text, long packets) {
        Matcher comment = COMMENT.matcher(text);
        Optional<RuleTag> tag = comment.find() ? RuleTag.parse(comment.group(1)) : Optional.empty();
        if (tag.isPresent()) {
            tagged.add(new Tagged(new Line(chain, text), tag.get(), packets, !hasOthers(chain)));
        } else {
            others.merge(chain, 1, Integer::sum);
        }
    }

    private void readOther(String table, String hook, String text) {
        boolean isFirst = hooksSeen.add(table + " " + hook);
        for (Chain chain : Chain.values()) {
            if (chain.table().equals(table) && chain.hook().equals(hook) && text.equals(jump(chain))) {
                jumps.merge(chain, 1, Integer::sum);
                if (isFirst) {
                    first.add(chain);
                }
            }
        }
    }

    /** Returns the rule that leads from the system's chain to PortIO's. */
    static String jump(Chain chain) {
        return JUMP_COMMENT + chain.label();
    }

    List<Tagged> tagged() {
        return List.copyOf(tagged);
    }

    /** Returns the tagged lines without what is found about them. */
    List<Line> lines() {
        return tagged.stream().map(Tagged::line).toList();
    }

    boolean hasChain(Chain chain) {
        return chains.contains(chain);
    }

    /** Returns whether somebody else has put a rule into it: then the chain stays. */
    boolean hasOthers(Chain chain) {
        return others.containsKey(chain);
    }

    /** Returns how often the system's chain leads to PortIO's. */
    int jumps(Chain chain) {
        return jumps.getOrDefault(chain, 0);
    }

    /** Returns whether all of PortIO's lines are asked before any of somebody else's. */
    boolean isFirst() {
        return tagged.stream()
                .allMatch(line -> line.first() && isFirst(line.line().chain()));
    }

    /** Returns whether no other rule of the system's chain is asked before. */
    boolean isFirst(Chain chain) {
        return first.contains(chain) && jumps(chain) == 1;
    }
}
