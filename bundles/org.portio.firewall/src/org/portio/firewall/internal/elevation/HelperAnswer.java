// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.elevation;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.Verdict;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.RuleTag;
import org.portio.firewall.spi.Terms;

/**
 * What the helper says: one line of JSON.
 *
 * @param rules all that are there, for a list
 * @param commands what would be run, for a plan
 * @param failure why it was not done; null if it was
 * @param exitCode of the helper's process, which says the same to those who run it by hand
 */
public record HelperAnswer(
        List<AppliedRule> rules, List<PlannedCommand> commands, FirewallException failure, int exitCode) {

    /** A line that the helper writes before it reads: whoever gave it the rights asks for no password any more. */
    public static final String READY = "{\"ready\":true}";

    private static final int USAGE = 2;
    private static final int PERMISSION = 3;
    private static final int CONFLICT = 4;

    public static HelperAnswer done() {
        return new HelperAnswer(List.of(), List.of(), null, 0);
    }

    public static HelperAnswer rules(List<AppliedRule> rules) {
        return new HelperAnswer(rules, List.of(), null, 0);
    }

    public static HelperAnswer commands(List<PlannedCommand> commands) {
        return new HelperAnswer(List.of(), commands, null, 0);
    }

    public static HelperAnswer failed(FirewallException failure) {
        boolean denied = failure.kind() == FirewallException.Kind.PERMISSION;
        return new HelperAnswer(List.of(), List.of(), failure, denied ? PERMISSION : CONFLICT);
    }

    /** The request was not one. */
    public static HelperAnswer misunderstood(String why) {
        FirewallException failure = new FirewallException(
                FirewallException.Kind.FAILED, "the firewall helper does not take this request: " + why);
        return new HelperAnswer(List.of(), List.of(), failure, USAGE);
    }

    public String json() {
        JsonObject json = new JsonObject();
        json.addProperty("ok", failure == null);
        if (failure == null) {
            JsonArray listed = new JsonArray();
            rules.forEach(rule -> listed.add(json(rule)));
            json.add("rules", listed);
            JsonArray planned = new JsonArray();
            commands.forEach(command -> planned.add(json(command)));
            json.add("commands", planned);
        } else {
            json.addProperty("kind", failure.kind().name());
            json.addProperty("message", String.valueOf(failure.getMessage()));
        }
        return json.toString();
    }

    /**
     * Reads what {@link #json} writes.
     *
     * @throws IllegalArgumentException for everything else
     */
    static HelperAnswer parse(String text, int exitCode) {
        StrictJson json = StrictJson.parse(text);
        if (json.truth("ok")) {
            json.withExactly("ok", "rules", "commands");
            return new HelperAnswer(
                    json.objects("rules", HelperAnswer::rule),
                    json.objects("commands", HelperAnswer::command),
                    null,
                    exitCode);
        }
        json.withExactly("ok", "kind", "message");
        FirewallException failure =
                new FirewallException(json.constant("kind", FirewallException.Kind.class), json.text("message"));
        return new HelperAnswer(List.of(), List.of(), failure, exitCode);
    }

    private static JsonObject json(AppliedRule rule) {
        JsonObject json = new JsonObject();
        json.addProperty("tag", rule.tag().text());
        json.add("handles", array(rule.handles()));
        json.addProperty("hits", rule.hits());
        json.addProperty("state", rule.state().name());
        Terms terms = rule.terms();
        json.addProperty(
                "verdict", terms.verdict() == null ? null : terms.verdict().name());
        json.addProperty("loopback", terms.loopback());
        json.addProperty("cutExisting", terms.cutExisting());
        json.addProperty(
                "remainingSeconds",
                terms.remaining() == null
                        ? null
                        : Long.valueOf(terms.remaining().toSeconds()));
        return json;
    }

    private static JsonObject json(PlannedCommand command) {
        JsonObject json = new JsonObject();
        json.add("command", array(command.command()));
        json.addProperty("input", command.input());
        return json;
    }

    private static JsonArray array(List<String> texts) {
        JsonArray array = new JsonArray();
        texts.forEach(array::add);
        return array;
    }

    private static AppliedRule rule(StrictJson json) {
        json.withExactly("tag", "handles", "hits", "state", "verdict", "loopback", "cutExisting", "remainingSeconds");
        RuleTag tag = RuleTag.parse(json.text("tag"))
                .orElseThrow(() -> new IllegalArgumentException("this is not a tag of PortIO"));
        Terms terms = new Terms(
                json.isNull("verdict") ? null : json.constant("verdict", Verdict.class),
                json.truth("loopback"),
                json.truth("cutExisting"),
                json.isNull("remainingSeconds") ? null : Duration.ofSeconds(json.number("remainingSeconds")));
        return new AppliedRule(
                tag,
                json.texts("handles"),
                json.number("hits"),
                json.constant("state", AppliedRule.State.class),
                terms);
    }

    private static PlannedCommand command(StrictJson json) {
        json.withExactly("command", "input");
        return new PlannedCommand(json.texts("command"), json.text("input"));
    }
}
