// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.elevation;

import java.time.Duration;
import java.util.List;
import org.portio.core.Failure;
import org.portio.core.system.Remedy;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.Verdict;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.RuleTag;
import org.portio.firewall.spi.Terms;
import org.portio.json.JsonArray;
import org.portio.json.JsonFields;
import org.portio.json.JsonObject;

/**
 * The helper's answer: one line of JSON.
 *
 * @param rules all that are there, for a list
 * @param commands what would be run, for a plan
 * @param failure why it was not done; null if it was
 * @param exitCode of the helper's process, which says the same to those who run it by hand
 */
public record HelperAnswer(
        List<AppliedRule> rules, List<PlannedCommand> commands, FirewallException failure, int exitCode) {

    /** A line that the helper writes before it reads: its caller no longer asks for a password. */
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
                FirewallException.Kind.FAILED, "the firewall helper rejected this request: " + why);
        return new HelperAnswer(List.of(), List.of(), failure, USAGE);
    }

    public String json() {
        JsonObject json = new JsonObject().put("ok", failure == null);
        if (failure == null) {
            json.put("rules", JsonArray.of(rules, HelperAnswer::json));
            json.put("commands", JsonArray.of(commands, HelperAnswer::json));
        } else {
            json.put("kind", failure.kind().name());
            json.put("message", failure.what());
            json.put("remedy", failure.remedy().way().name());
            json.put("advice", failure.remedy().advice());
        }
        return json.toString();
    }

    /**
     * Reads what {@link #json} writes.
     *
     * @throws IllegalArgumentException for everything else
     */
    static HelperAnswer parse(String text, int exitCode) {
        JsonFields json = JsonFields.parse(text);
        if (json.truth("ok")) {
            json.withExactly("ok", "rules", "commands");
            return new HelperAnswer(
                    json.objects("rules", HelperAnswer::rule),
                    json.objects("commands", HelperAnswer::command),
                    null,
                    exitCode);
        }
        json.withExactly("ok", "kind", "message", "remedy", "advice");
        Remedy remedy = new Remedy(json.constant("remedy", Remedy.Way.class), json.text("advice"));
        FirewallException failure = new FirewallException(
                new Failure(json.constant("kind", FirewallException.Kind.class), json.text("message"), remedy));
        return new HelperAnswer(List.of(), List.of(), failure, exitCode);
    }

    private static JsonObject json(AppliedRule rule) {
        Terms terms = rule.terms();
        return new JsonObject()
                .put("tag", rule.tag().text())
                .put("handles", rule.handles())
                .put("hits", rule.hits())
                .put("state", rule.state().name())
                .put("verdict", terms.verdict() == null ? null : terms.verdict().name())
                .put("loopback", terms.loopback())
                .put("cutExisting", terms.cutExisting())
                .put(
                        "remainingSeconds",
                        terms.remaining() == null ? null : terms.remaining().toSeconds())
                .put("overriddenBy", rule.overriddenBy());
    }

    private static JsonObject json(PlannedCommand command) {
        return new JsonObject().put("command", command.command()).put("input", command.input());
    }

    private static AppliedRule rule(JsonFields json) {
        json.withExactly(
                "tag",
                "handles",
                "hits",
                "state",
                "verdict",
                "loopback",
                "cutExisting",
                "remainingSeconds",
                "overriddenBy");
        RuleTag tag = RuleTag.parse(json.text("tag"))
                .orElseThrow(() -> new IllegalArgumentException("this is not a PortIO tag"));
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
                terms,
                json.text("overriddenBy"));
    }

    private static PlannedCommand command(JsonFields json) {
        json.withExactly("command", "input");
        return new PlannedCommand(json.texts("command"), json.text("input"));
    }
}
