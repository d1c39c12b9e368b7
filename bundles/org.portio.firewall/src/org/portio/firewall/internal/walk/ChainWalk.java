// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.walk;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portio.firewall.internal.ruleset.Chain;
import org.portio.firewall.internal.ruleset.Rule;
import org.portio.firewall.internal.ruleset.Ruleset;
import org.portio.json.JsonArray;
import org.portio.json.JsonObject;
import org.portio.json.JsonValue;

/**
 * The ways of a packet through the chains, as nft(8) has it. If a condition may hold or not, both ways are gone: what is
 * said in the end holds for all of them.
 */
final class ChainWalk {

    private static final int DEEPEST = 16;
    /** A set of rules that costs more is not followed to its end. */
    private static final int MOST_STEPS = 200_000;

    /** The position of the packet. */
    private record At(Chain base, Chain chain, int depth, boolean certain, boolean namesPort, List<Doubt> doubts) {

        At with(List<Doubt> more, boolean stillCertain, boolean port) {
            List<Doubt> all = new ArrayList<>(doubts);
            all.addAll(more);
            return new At(base, chain, depth, certain && stillCertain, namesPort || port, all);
        }

        At in(Chain next) {
            return new At(base, next, depth + 1, certain, namesPort, doubts);
        }
    }

    /** One way out of a rule, and whether it is taken. */
    private record Step(Match match, Set<End> ends) {}

    private final Ruleset rules;
    private final Packet packet;
    private final List<Remark> remarks;
    /** The results of the chains in which no rule has a say: they are walked once, however many rules lead there. */
    private final Map<String, Set<End>> silent = new HashMap<>();

    private int steps;

    /** One that leaves its remarks in this list. */
    ChainWalk(Ruleset rules, Packet packet, List<Remark> remarks) {
        this.rules = rules;
        this.packet = packet;
        this.remarks = remarks;
    }

    /** Walks through a chain with a hook. */
    Set<End> through(Chain chain) {
        At at = new At(chain, chain, 0, true, false, List.of());
        Set<End> ends = walk(at);
        if (ends.remove(End.ON)) {
            boolean drops = "drop".equals(chain.policy());
            ends.add(drops ? End.REFUSED : End.ACCEPTED);
            if (drops) {
                remarks.add(new Remark(chain, chain, null, End.REFUSED, false, ends.size() == 1, List.of()));
            }
        }
        return ends;
    }

    private Set<End> walk(At at) {
        if (at.chain() == null || at.depth() > DEEPEST) {
            return EnumSet.of(End.UNCLEAR);
        }
        Set<End> known = silent.get(at.chain().key());
        if (known != null) {
            return EnumSet.copyOf(known);
        }
        int before = remarks.size();
        Set<End> ends = walkRules(at);
        if (remarks.size() == before) {
            silent.put(at.chain().key(), EnumSet.copyOf(ends));
        }
        return ends;
    }

    private Set<End> walkRules(At at) {
        Set<End> ends = EnumSet.noneOf(End.class);
        boolean mayReach = true;
        boolean certain = true;
        for (int i = 0; mayReach && i < at.chain().rules().size(); i++) {
            Rule rule = at.chain().rules().get(i);
            Step step = stepOrUnclear(rule, at.with(List.of(), certain, false));
            if (step.match() != Match.NO) {
                ends.addAll(step.ends());
                mayReach = step.match() == Match.MAYBE || step.ends().contains(End.ON);
                certain &= step.ends().equals(Set.of(End.ON));
            }
        }
        ends.remove(End.ON);
        if (ends.remove(End.BACK) || mayReach) {
            ends.add(End.ON);
        }
        return ends;
    }

    private Step stepOrUnclear(Rule rule, At at) {
        if (++steps > MOST_STEPS) {
            return unclear(rule, at, "more rules than it follows", Match.YES);
        }
        try {
            return step(rule, at);
        } catch (IllegalStateException
                | NullPointerException
                | ClassCastException
                | NumberFormatException
                | IndexOutOfBoundsException
                | UnsupportedOperationException _) {
            // Gson's ways to say that a part is not of the type that it is known for.
            return unclear(rule, at, "a part of an unknown form", Match.MAYBE);
        }
    }

    private Step unclear(Rule rule, At at, String what, Match match) {
        remarks.add(remark(rule, at, End.UNCLEAR, List.of(new Doubt(what, false))));
        return new Step(match, EnumSet.of(End.UNCLEAR));
    }

    private Step step(Rule rule, At at) {
        Condition condition = new Condition(rules, packet, at.chain().table());
        Match match = Match.YES;
        boolean port = false;
        List<Doubt> doubts = new ArrayList<>();
        Set<End> ends = EnumSet.of(End.ON);
        for (Map.Entry<String, JsonValue> statement : rule.statements()) {
            Match holds = condition.of(statement.getKey(), statement.getValue());
            if (holds == Match.NO) {
                return new Step(Match.NO, Set.of());
            }
            if (holds == Match.MAYBE) {
                doubts.add(Doubt.on(statement.getKey(), statement.getValue()));
            }
            match = match.and(holds);
            port |= packet.isPortNamedBy(statement.getValue());
            // Only the last statement of a rule is one from which the packet does not go on.
            ends.remove(End.ON);
            ends.addAll(verdict(statement, rule, at.with(doubts, match == Match.YES, port)));
        }
        return new Step(match, ends);
    }

    private Set<End> verdict(Map.Entry<String, JsonValue> statement, Rule rule, At at) {
        JsonValue value = statement.getValue();
        return switch (statement.getKey()) {
            case "vmap" -> chosen(value.asObject(), rule, at);
            case "jump" -> walk(at.in(target(value, at)));
            case "goto" -> {
                Set<End> ends = walk(at.in(target(value, at)));
                if (ends.remove(End.ON)) {
                    ends.add(End.BACK);
                }
                yield ends;
            }
            default -> noted(Statements.end(statement.getKey(), value), statement, rule, at);
        };
    }

    private Chain target(JsonValue verdict, At at) {
        return rules.chain(at.chain(), Ruleset.text(verdict.asObject(), "target"));
    }

    private Set<End> noted(End end, Map.Entry<String, JsonValue> statement, Rule rule, At at) {
        if (end == End.ON || end == End.BACK) {
            return EnumSet.of(end);
        }
        boolean unclear = end == End.UNCLEAR;
        List<Doubt> own = unclear ? List.of(new Doubt(Statements.name(statement), false)) : List.of();
        remarks.add(remark(rule, at, end, own));
        // A statement that is not understood may also let the packet continue.
        return unclear ? EnumSet.of(End.ON, End.UNCLEAR) : EnumSet.of(end);
    }

    private static Remark remark(Rule rule, At at, End end, List<Doubt> more) {
        At all = at.with(more, true, false);
        return new Remark(at.base(), at.chain(), rule, end, at.namesPort(), at.certain(), all.doubts());
    }

    /** Returns the verdicts that a map has for the packet. */
    private Set<End> chosen(JsonObject map, Rule rule, At at) {
        JsonArray pairs = rules.elements(map.get("data"), at.chain().table());
        if (pairs == null) {
            return noted(End.UNCLEAR, Map.entry("vmap", map), rule, at);
        }
        Condition condition = new Condition(rules, packet, at.chain().table());
        Set<End> ends = EnumSet.noneOf(End.class);
        for (JsonValue pair : defaultLast(pairs)) {
            JsonValue value = pair.asArray().get(0);
            Match match = condition.compare(map.get("key"), value);
            if (match != Match.NO) {
                List<Doubt> doubts = match == Match.MAYBE ? List.of(Doubt.on("vmap", map)) : List.of();
                At chosen = at.with(doubts, match == Match.YES, false);
                JsonObject verdict = pair.asArray().get(1).asObject();
                verdict.asMap().entrySet().forEach(statement -> ends.addAll(verdict(statement, rule, chosen)));
            }
            if (match == Match.YES) {
                return ends;
            }
        }
        ends.add(End.ON);
        return ends;
    }

    /** Returns the pair that is for all that have none of their own. */
    private static List<JsonValue> defaultLast(JsonArray pairs) {
        return pairs.stream()
                .sorted(Comparator.comparing(pair -> isDefault(pair.asArray().get(0))))
                .toList();
    }

    private static boolean isDefault(JsonValue key) {
        JsonValue value = Ruleset.value(key);
        return value.isPrimitive() && "*".equals(value.asText());
    }
}
