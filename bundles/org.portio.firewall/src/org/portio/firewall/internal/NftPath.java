// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.portio.core.AddressFamily;
import org.portio.firewall.Outlook.Answer;
import org.portio.firewall.internal.NftPacket.Match;
import org.portio.firewall.internal.NftRuleset.Chain;

/**
 * The way of a packet through the chains, as nft(8) has it. Where a condition may hold or not, both ways are gone: what is
 * said in the end holds for all of them.
 */
final class NftPath {

    /** How a packet may come out of a rule or a chain. */
    private enum End {
        ACCEPTED,
        REFUSED,
        /** Turned to another place, or given to a program. */
        ELSEWHERE,
        /** It leaves the chain for the one that it came from. */
        BACK,
        /** It goes on to the next rule. */
        ON
    }

    /** One way out of a rule, and whether it is taken. */
    private record Step(Match match, Set<End> ends) {}

    /** Targets of iptables, which nft names only. */
    private static final Set<String> HARMLESS_TARGETS = Set.of("LOG", "NFLOG", "MARK", "CONNMARK", "MASQUERADE");

    private static final int DEEPEST = 16;
    private static final Map<String, End> VERDICTS = Map.of(
            "accept", End.ACCEPTED,
            "drop", End.REFUSED,
            "reject", End.REFUSED,
            "return", End.BACK,
            "dnat", End.ELSEWHERE,
            "redirect", End.ELSEWHERE,
            "tproxy", End.ELSEWHERE,
            "queue", End.ELSEWHERE,
            "fwd", End.ELSEWHERE,
            "synproxy", End.ELSEWHERE);
    /** Statements that let the packet go on as it is. */
    private static final Set<String> HARMLESS =
            Set.of("counter", "log", "mangle", "continue", "snat", "masquerade", "dup", "flow", "ct helper", "last");
    /** Statements that are conditions on more than the packet. */
    private static final Set<String> OTHER_CONDITIONS =
            Set.of("limit", "quota", "ct count", "set", "map", "meter", "osf", "connlimit");

    private final NftRuleset rules;
    private final NftPacket packet;
    /** What comes of each chain that was walked: one that many rules jump to is walked once. */
    private final Map<String, Set<End>> walked = new HashMap<>();

    NftPath(NftRuleset rules, NftPacket packet) {
        this.rules = rules;
        this.packet = packet;
    }

    /** A packet passes all chains with a hook; one that refuses it is enough. */
    Answer answer() {
        List<Set<End>> ways = rules.chains().stream()
                .filter(this::isPassed)
                .map(this::through)
                .toList();
        if (ways.stream().anyMatch(ends -> ends.contains(End.ELSEWHERE))) {
            return Answer.UNKNOWN;
        }
        if (ways.stream().anyMatch(Set.of(End.REFUSED)::equals)) {
            return Answer.BLOCKED;
        }
        return ways.stream().allMatch(Set.of(End.ACCEPTED)::equals) ? Answer.OPEN : Answer.UNKNOWN;
    }

    private boolean isPassed(Chain chain) {
        String own = packet.family() == AddressFamily.IPV4 ? "ip" : "ip6";
        return switch (chain.hook()) {
            case "prerouting", "input" -> Set.of("inet", own).contains(chain.family());
            case "ingress" -> Set.of("inet", "netdev").contains(chain.family());
            default -> false;
        };
    }

    private Set<End> through(Chain chain) {
        Set<End> ends = walk(chain, 0);
        if (ends.remove(End.ON)) {
            ends.add("drop".equals(chain.policy()) ? End.REFUSED : End.ACCEPTED);
        }
        // It is for the packets of one network interface only.
        if ("ingress".equals(chain.hook())) {
            ends.add(End.ACCEPTED);
        }
        return ends;
    }

    private Set<End> walk(Chain chain, int depth) {
        Set<End> ends = EnumSet.noneOf(End.class);
        if (chain == null || depth > DEEPEST) {
            ends.add(End.ELSEWHERE);
            return ends;
        }
        Set<End> known = walked.get(chain.name());
        if (known != null) {
            return EnumSet.copyOf(known);
        }
        // Of a chain that leads to itself, which the kernel refuses, nothing is known.
        walked.put(chain.name(), EnumSet.of(End.ELSEWHERE));
        Set<End> all = walkRules(chain, depth);
        walked.put(chain.name(), EnumSet.copyOf(all));
        return all;
    }

    private Set<End> walkRules(Chain chain, int depth) {
        Set<End> ends = EnumSet.noneOf(End.class);
        boolean mayReach = true;
        for (int i = 0; mayReach && i < chain.rules().size(); i++) {
            Step step = step(chain.rules().get(i), chain.table(), depth);
            if (step.match() != Match.NO) {
                ends.addAll(step.ends());
                mayReach = step.match() == Match.MAYBE || step.ends().contains(End.ON);
            }
        }
        ends.remove(End.ON);
        if (ends.remove(End.BACK) || mayReach) {
            ends.add(End.ON);
        }
        return ends;
    }

    private Step step(JsonObject rule, String table, int depth) {
        Match match = Match.YES;
        Set<End> ends = EnumSet.of(End.ON);
        for (JsonElement element : rule.getAsJsonArray("expr")) {
            for (Map.Entry<String, JsonElement> statement :
                    element.getAsJsonObject().entrySet()) {
                match = both(match, condition(statement.getKey(), statement.getValue(), table));
                Set<End> verdict = verdict(statement.getKey(), statement.getValue(), table, depth);
                // Only the last statement of a rule is one from which the packet does not go on.
                ends.remove(End.ON);
                ends.addAll(verdict);
            }
        }
        return new Step(match, ends);
    }

    private Match condition(String name, JsonElement value, String table) {
        if ("match".equals(name)) {
            return packet.matches(value.getAsJsonObject(), rules, table);
        }
        if ("reject".equals(name) && value.isJsonObject()) {
            return packet.isRefusedBy(NftRuleset.text(value.getAsJsonObject(), "type"));
        }
        // Of "xt" without a name it is not even known whether it is a condition.
        boolean unknown = "xt".equals(name) && (!value.isJsonObject() || isForeignMatch(value));
        return unknown || OTHER_CONDITIONS.contains(name) ? Match.MAYBE : Match.YES;
    }

    /** A condition that only iptables can read; older versions of nft do not say which kind of thing it is. */
    private static boolean isForeignMatch(JsonElement foreign) {
        return foreign.isJsonObject() && "match".equals(NftRuleset.text(foreign.getAsJsonObject(), "type"));
    }

    private static String nameOf(JsonElement foreign) {
        return foreign.isJsonObject() ? NftRuleset.text(foreign.getAsJsonObject(), "name") : "";
    }

    private static Match both(Match a, Match b) {
        return a == Match.NO || b == Match.NO ? Match.NO : a == Match.MAYBE ? a : b;
    }

    private Set<End> verdict(String name, JsonElement value, String table, int depth) {
        if (VERDICTS.containsKey(name)) {
            return EnumSet.of(VERDICTS.get(name));
        }
        if ("vmap".equals(name)) {
            return chosen(value.getAsJsonObject(), table, depth);
        }
        if ("jump".equals(name) || "goto".equals(name)) {
            Set<End> ends = walk(
                    rules.chain(table, value.getAsJsonObject().get("target").getAsString()), depth + 1);
            if ("goto".equals(name) && ends.remove(End.ON)) {
                ends.add(End.BACK);
            }
            return ends;
        }
        boolean goesOn = "xt".equals(name)
                ? isForeignMatch(value) || HARMLESS_TARGETS.contains(nameOf(value))
                : "match".equals(name) || HARMLESS.contains(name) || OTHER_CONDITIONS.contains(name);
        return goesOn ? EnumSet.of(End.ON) : EnumSet.of(End.ON, End.ELSEWHERE);
    }

    /** The verdicts that a map has for the packet. */
    private Set<End> chosen(JsonObject map, String table, int depth) {
        JsonElement data = map.get("data");
        JsonArray pairs = data.isJsonObject()
                ? data.getAsJsonObject().getAsJsonArray("set")
                : rules.elements(table, data.getAsString().substring(1));
        if (pairs == null) {
            return EnumSet.of(End.ELSEWHERE);
        }
        Set<End> ends = EnumSet.noneOf(End.class);
        for (JsonElement pair : pairs) {
            JsonElement value = pair.getAsJsonArray().get(0);
            Match match = packet.compare(map.get("key"), value, rules, table);
            if (match != Match.NO) {
                pair.getAsJsonArray()
                        .get(1)
                        .getAsJsonObject()
                        .asMap()
                        .forEach((name, verdict) -> ends.addAll(verdict(name, verdict, table, depth)));
            }
            if (match == Match.YES) {
                return ends;
            }
        }
        ends.add(End.ON);
        return ends;
    }
}
