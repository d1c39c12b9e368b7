// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.nft;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.portio.firewall.FirewallException;
import org.portio.firewall.Verdict;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.AppliedRule.State;
import org.portio.firewall.spi.RuleTag;
import org.portio.firewall.spi.Terms;

/** Reads what {@code nft -j list table inet portio} prints. A block can be several rules with one tag. */
public final class NftListing {

    /** What is known of a block so far. */
    private record Found(RuleTag tag, List<String> handles, long hits, List<JsonObject> rules) {}

    private final Map<UUID, Found> found = new LinkedHashMap<>();
    /** How long they still have an element, by name; less than nothing for those that have none. */
    private final Map<String, Duration> sets = new HashMap<>();

    private final NftSoundness soundness = new NftSoundness();

    private static final Duration GONE = Duration.ofSeconds(-1);

    private NftListing() {}

    public static List<AppliedRule> parse(String json) throws FirewallException {
        NftListing listing = new NftListing();
        try {
            for (JsonElement element :
                    JsonParser.parseString(json).getAsJsonObject().getAsJsonArray("nftables")) {
                listing.take(element.getAsJsonObject());
            }
        } catch (RuntimeException | StackOverflowError e) {
            // Gson has an exception of its own for each way in which a value can be of another type.
            throw new FirewallException(
                    FirewallException.Kind.FAILED, "nft printed something that is not a list of rules", e);
        }
        return listing.rules();
    }

    private void take(JsonObject object) {
        if (object.has("set")) {
            JsonObject set = object.getAsJsonObject("set");
            sets.put(set.get("name").getAsString(), remaining(set));
        } else if (object.has("table")) {
            soundness.takeTable(object.getAsJsonObject("table"));
        } else if (object.has("chain")) {
            soundness.takeChain(object.getAsJsonObject("chain"));
        } else if (object.has("rule")) {
            JsonObject rule = object.getAsJsonObject("rule");
            Optional.ofNullable(rule.get("comment"))
                    .flatMap(comment -> RuleTag.parse(comment.getAsString()))
                    .ifPresent(tag -> take(rule, tag));
        }
    }

    /** From the only element that PortIO has put into it. */
    private static Duration remaining(JsonObject set) {
        if (!set.has("elem") || set.getAsJsonArray("elem").isEmpty()) {
            return GONE;
        }
        JsonElement element = set.getAsJsonArray("elem").get(0);
        JsonElement expires =
                element.isJsonObject() && element.getAsJsonObject().has("elem")
                        ? element.getAsJsonObject().getAsJsonObject("elem").get("expires")
                        : null;
        return expires == null ? null : Duration.ofSeconds(expires.getAsLong());
    }

    private void take(JsonObject rule, RuleTag tag) {
        Found before = found.getOrDefault(tag.id(), new Found(tag, new ArrayList<>(), 0, new ArrayList<>()));
        before.rules().add(rule);
        before.handles()
                .add(rule.get("chain").getAsString() + " " + rule.get("handle").getAsLong());
        found.put(tag.id(), new Found(tag, before.handles(), before.hits() + hits(rule), before.rules()));
    }

    private static long hits(JsonObject rule) {
        for (JsonElement expression : rule.getAsJsonArray("expr")) {
            JsonElement counter = expression.getAsJsonObject().get("counter");
            if (counter != null && counter.isJsonObject()) {
                return counter.getAsJsonObject().get("packets").getAsLong();
            }
        }
        return 0;
    }

    private List<AppliedRule> rules() {
        List<AppliedRule> rules = new ArrayList<>();
        for (Found block : found.values()) {
            String set = NftRules.setName(block.tag().id());
            List<String> handles = new ArrayList<>(block.handles());
            if (sets.containsKey(set)) {
                handles.add(set);
            }
            Duration remaining = sets.get(set);
            Terms terms = terms(block.rules().getFirst(), remaining);
            rules.add(new AppliedRule(block.tag(), handles, block.hits(), state(block, remaining), terms));
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
        String conditions = rule.getAsJsonArray("expr").toString();
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
