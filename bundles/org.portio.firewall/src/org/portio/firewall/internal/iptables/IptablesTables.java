// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.iptables;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.portio.core.address.AddressFamily;
import org.portio.core.system.CommandRunner.Result;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.Verdict;
import org.portio.firewall.internal.iptables.IptablesRules.Chain;
import org.portio.firewall.internal.iptables.IptablesRules.Line;
import org.portio.firewall.internal.iptables.IptablesState.Tagged;
import org.portio.firewall.internal.walk.Precedence;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.AppliedRule.State;
import org.portio.firewall.spi.PlanRunner;
import org.portio.firewall.spi.RuleTag;
import org.portio.firewall.spi.Terms;

/**
 * The content of the tables of both families.
 *
 * @param variant {@code -legacy} or {@code -nft} if that is not the one that {@code iptables} stands for; otherwise
 * empty
 * @param orders in which order rules are asked, for each family that has somebody else's before PortIO's
 */
record IptablesTables(String variant, IptablesState ipv4, IptablesState ipv6, List<Precedence> orders) {

    private static final List<String> VARIANTS = List.of("", "-legacy", "-nft");

    /**
     * Reads them. The two variants of iptables do not see each other's rules: the one counts that has rules of PortIO's,
     * else the one that has rules at all, since there the ports of container engines are published.
     */
    static IptablesTables read(PlanRunner commands) throws FirewallException {
        String standard = commands.run(save("", "iptables")).out();
        String variant = standard.contains("PORTIO-") ? "" : variant(standard, commands);
        String ipv4 = variant.isEmpty()
                ? standard
                : commands.run(save(variant, "iptables")).out();
        String ipv6 = commands.run(save(variant, "ip6tables")).out();
        IptablesState state4 = IptablesState.parse(ipv4);
        IptablesState state6 = IptablesState.parse(ipv6);
        List<Precedence> orders = new ArrayList<>();
        order(state4, AddressFamily.IPV4, ipv4).ifPresent(orders::add);
        order(state6, AddressFamily.IPV6, ipv6).ifPresent(orders::add);
        return new IptablesTables(variant, state4, state6, orders);
    }

    private static Optional<Precedence> order(IptablesState state, AddressFamily family, String saved)
            throws FirewallException {
        try {
            return state.isFirst() ? Optional.empty() : Optional.of(Precedence.ofIptables(family, saved));
        } catch (IllegalArgumentException e) {
            throw new FirewallException(FirewallException.Kind.FAILED, e.getMessage(), e);
        }
    }

    private static String variant(String standard, PlanRunner commands) {
        String best = "";
        boolean hasRules = standard.contains(" -A ");
        for (String variant : VARIANTS.subList(1, VARIANTS.size())) {
            String other = commands.tryToRun(save(variant, "iptables"))
                    .map(Result::out)
                    .orElse("");
            if (other.contains("PORTIO-")) {
                return variant;
            }
            if (!hasRules && best.isEmpty() && other.contains(" -A ")) {
                best = variant;
            }
        }
        return best;
    }

    private static PlannedCommand save(String variant, String program) {
        return PlannedCommand.of(program + variant + "-save", "-c");
    }

    /** Returns the commands that make PortIO's lines the wanted ones: IPv4, then IPv6. */
    List<PlannedCommand> plan(List<Line> wanted4, List<Line> wanted6) {
        List<PlannedCommand> commands = new ArrayList<>();
        restore(commands, "iptables", IptablesScript.of(ipv4, wanted4));
        restore(commands, "ip6tables", IptablesScript.of(ipv6, wanted6));
        return commands;
    }

    private void restore(List<PlannedCommand> commands, String program, String script) {
        if (!script.isEmpty()) {
            commands.add(new PlannedCommand(List.of(program + variant + "-restore", "-w", "5", "--noflush"), script));
        }
    }

    /** Returns all blocks of which there are lines, in one family at least. */
    List<AppliedRule> rules() {
        Map<UUID, RuleTag> tags = new LinkedHashMap<>();
        Stream.of(ipv4, ipv6)
                .flatMap(state -> state.tagged().stream())
                .forEach(line -> tags.put(line.tag().id(), line.tag()));
        return tags.values().stream().map(this::rule).toList();
    }

    private AppliedRule rule(RuleTag tag) {
        List<String> handles = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        long hits = 0;
        for (IptablesState state : List.of(ipv4, ipv6)) {
            for (Tagged line : state.tagged()) {
                if (line.tag().id().equals(tag.id())) {
                    Chain chain = line.line().chain();
                    handles.add((state == ipv4 ? "4 " : "6 ") + chain.table() + " " + chain.label());
                    hits += chain.blocks() ? line.packets() : 0;
                    if (chain == Chain.IN || chain == Chain.OUT) {
                        texts.add(line.line().text());
                    }
                }
            }
        }
        Terms terms = terms(texts);
        boolean expired = terms.remaining() != null && terms.remaining().isNegative();
        boolean whole = new IptablesSoundness(ipv4, ipv6).isWhole(tag);
        String overriding = orders.stream()
                .flatMap(order -> order.overriding(tag, terms).stream())
                .findFirst()
                .orElse("");
        return new AppliedRule(
                tag,
                handles,
                hits,
                expired ? State.EXPIRED : whole ? State.IN_FORCE : State.DAMAGED,
                terms,
                overriding);
    }

    /** Reads the terms from the lines of the chains that block: all of them say the same. */
    private static Terms terms(List<String> lines) {
        if (lines.isEmpty()) {
            return Terms.UNKNOWN;
        }
        String line = lines.getFirst();
        Instant end = IptablesRules.end(line);
        return new Terms(
                line.contains(" -j DROP") ? Verdict.DROP : Verdict.REJECT,
                !line.contains("! -i lo ") && !line.contains("! -o lo "),
                line.contains("-p tcp ") && !line.contains("--tcp-flags "),
                end == null ? null : Duration.between(Instant.now(), end.plusSeconds(1)));
    }
}
