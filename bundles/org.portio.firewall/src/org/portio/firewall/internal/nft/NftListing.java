// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.nft;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.portio.firewall.FirewallException;
import org.portio.firewall.Verdict;
import org.portio.firewall.internal.walk.Precedence;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.AppliedRule.State;
import org.portio.firewall.spi.RuleTag;
import org.portio.firewall.spi.Terms;
import org.portio.json.Json;
import org.portio.json.JsonObject;
import org.portio.json.JsonValue;

/** Reads what {@code nft -j list table inet portio} prints. A block can be several rules with one tag. */
public final class NftListing {

    /** The parts of a block found so far. */
    private record Found(RuleTag tag, List<String> handles, long hits, List<JsonObject> rules) {}

    private final Map<UUID, Found> found = new LinkedHashMap<>();
    /** The time that each set, by name, still has an element; negative for those without one. */
    private final Map<String, Duration> sets = new HashMap<>();

    private final NftSoundness soundness = new NftSoundness();
    private boolean hasOthers;

    private static final Duration GONE = Duration.ofSeconds(-1);

    private NftListing() {}

    public static List<AppliedRule> parse(String json) throws FirewallException {
        NftListing listing = new NftListing();
        try {
            for (JsonValue element : Json.parse(json).asObject().array("nftables")) {
                listing.take(element.asObject());
            }
            return listing.rules(json);
        } catch (RuntimeException e) {
            throw new FirewallException(
                    FirewallException.Kind.FAILED, "nft printed something that is not a list of rules", e);
        }
    }

    /**
     * Returns whether a table has no rules but those with these handles, such as {@code inbound 7}, and no chains but PortIO's.
     * What cannot be read may be anything.
     */
    static boolean holdsOnly(String json, Set<String> handles) {
        try {
            for (JsonValue element : Json.parse(json).asObject().array("nftables")) {
                JsonObject object = element.asObject();
                boolean isOther = object.has("rule")
                        ? !handles.contains(handle(object.object("rule")))
                        : object.has("chain")
                                && !NftRules.CHAINS.contains(
                                        object.object("chain").value("name").asText());
                if (isOther) {
                    return false;
                }
            }
            return true;
        } catch (RuntimeException _) {
            return false;
        }
    }

    /** Returns whether a table has the counter that keeps it from being deleted while it holds blocks. */
    static boolean hasUseCount(String json) {
        try {
            return Json.parse(json).asObject().array("nftables").stream()
                    .map(JsonValue::asObject)
                    .filter(object -> object.has("counter"))
                    .anyMatch(object -> NftRules.USE_COUNT.equals(
                            object.object("counter").value("name").asText()));
        } catch (RuntimeException _) {
            return false;
        }
    }

    private static String handle(JsonObject rule) {
        return rule.value("chain").asText() + " " + rule.value("handle").asLong();
    }

    private void take(JsonObject object) {
        if (object.has("set")) {
            JsonObject set = object.object("set");
            sets.put(set.value("name").asText(), remaining(set));
        } else if (object.has("table")) {
            soundness.takeTable(object.object("table"));
        } else if (object.has("chain")) {
            soundness.takeChain(object.object("chain"));
        } else if (object.has("rule")) {
            JsonObject rule = object.object("rule");
            Optional.ofNullable(rule.get("comment"))
                    .flatMap(comment -> RuleTag.parse(comment.asText()))
                    .ifPresentOrElse(tag -> take(rule, tag), () -> hasOthers = true);
        }
    }

    /** Returns the time left of the only element that PortIO has put into the set. */
    private static Duration remaining(JsonObject set) {
        if (!set.has("elem") || set.array("elem").isEmpty()) {
            return GONE;
        }
        JsonValue element = set.array("elem").get(0);
        JsonValue expires = element.isObject() && element.asObject().has("elem")
                ? element.asObject().object("elem").get("expires")
                : null;
        return expires == null ? null : Duration.ofSeconds(expires.asLong());
    }

    private void take(JsonObject rule, RuleTag tag) {
        Found before = found.getOrDefault(tag.id(), new Found(tag, new ArrayList<>(), 0, new ArrayList<>()));
        before.rules().add(rule);
        before.handles().add(handle(rule));
        found.put(tag.id(), new Found(tag, before.handles(), before.hits() + hits(rule), before.rules()));
    }

    private static long hits(JsonObject rule) {
        for (JsonValue expression : rule.array("expr")) {
            JsonValue counter = expression.asObject().get("counter");
            if (counter != null && counter.isObject()) {
                return counter.asObject().value("packets").asLong();
            }
        }
        return 0;
    }

    private List<AppliedRule> rules(String json) {
        // Mostly nobody else has a rule there.
        Optional<Precedence> precedence = hasOthers ? Optional.of(Precedence.ofNft(json)) : Optional.empty();
        List<AppliedRule> rules = new ArrayList<>();
        for (Found block : found.values()) {
            String set = NftRules.setName(block.tag().id());
            List<String> handles = new ArrayList<>(block.handles());
            if (sets.containsKey(set)) {
                handles.add(set);
            }
            Duration remaining = sets.get(set);
            Terms terms = terms(block.rules().getFirst(), remaining);
            String overriding = precedence
                    .flatMap(order -> order.overriding(block.tag(), terms))
                    .orElse("");
            rules.add(new AppliedRule(block.tag(), handles, block.hits(), state(block, remaining), terms, overriding));
        }
        return rules;
    }

    private State state(Found block, Duration remaining) {
        if (remaining == GONE) {
            return State.EXPIRED;
        }
        return soundness.isWhole(block.tag(), block.rules()) ? State.IN_FORCE : State.DAMAGED;
    }

    /** Read from the conditions that PortIO writes. */
    private static Terms terms(JsonObject rule, Duration remaining) {
        String conditions = rule.array("expr").toString();
        Verdict verdict = conditions.contains("{\"drop\"")
                ? Verdict.DROP
                : conditions.contains("{\"reject\"") ? Verdict.REJECT : null;
        return new Terms(
                verdict,
                !conditions.contains("\"lo\""),
                conditions.contains("\"protocol\":\"tcp\"") && !conditions.contains("\"field\":\"flags\""),
                remaining);
    }
}
