// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.windows;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portio.core.system.CommandRunner;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.Requests;
import org.portio.firewall.spi.Rule;
import org.portio.firewall.spi.RuleTag;

/**
 * The Windows firewall through netsh, for systems whose PowerShell has no module NetSecurity. The name of a rule is its
 * tag: what netsh prints is in the language of the system, and nothing but the tags is read from it.
 *
 * <p>Written from the documentation; tested by its commands only, and never seen on a Windows.
 */
public final class NetshBackend extends WindowsBackend {

    private static final Pattern TAG = Pattern.compile("portio:v1:[a-z0-9:-]+");
    private static final List<String> RULES = List.of("netsh", "advfirewall", "firewall");

    public NetshBackend(CommandRunner runner, String osName) {
        super("netsh", runner, osName, "netsh");
    }

    @Override
    List<String> query() {
        return List.of("netsh", "advfirewall", "show", "currentprofile");
    }

    @Override
    public List<AppliedRule> list() throws FirewallException {
        return parse(commands.run(command("show", "rule", "name=all")).out());
    }

    /** A block of both ways is two rules of the same name. */
    public static List<AppliedRule> parse(String text) {
        Map<UUID, RuleTag> tags = new LinkedHashMap<>();
        Map<UUID, Integer> counts = new LinkedHashMap<>();
        Matcher matcher = TAG.matcher(text);
        while (matcher.find()) {
            RuleTag.parse(matcher.group()).ifPresent(tag -> {
                tags.put(tag.id(), tag);
                counts.merge(tag.id(), 1, Integer::sum);
            });
        }
        return tags.values().stream()
                .filter(tag ->
                        counts.get(tag.id()) >= Requests.ways(tag.direction()).size())
                .map(tag -> new AppliedRule(tag, List.of(tag.text()), -1, false, DROPS))
                .toList();
    }

    @Override
    public List<PlannedCommand> commandsFor(Change change) throws FirewallException {
        List<PlannedCommand> planned = new ArrayList<>();
        for (Rule rule : change.add()) {
            for (Direction way : Requests.ways(rule.request().direction())) {
                planned.add(add(rule, way == Direction.INBOUND));
            }
        }
        change.remove().forEach(rule -> planned.add(delete(rule.tag())));
        return planned;
    }

    private static PlannedCommand add(Rule rule, boolean inbound) {
        BlockRequest request = rule.request();
        List<String> words = new ArrayList<>(List.of(
                "add",
                "rule",
                "name=" + rule.tag().text(),
                "dir=" + (inbound ? "in" : "out"),
                "action=block",
                "protocol=" + request.protocol(),
                (inbound ? "localport=" : "remoteport=") + request.ports(),
                "profile=any",
                "enable=yes"));
        if (!request.program().isEmpty()) {
            words.add("program=" + request.program());
        }
        return command(words.toArray(String[]::new));
    }

    /** Deletes by name alone: netsh refuses more words, and the name "all" would delete every rule. */
    private static PlannedCommand delete(RuleTag tag) {
        return command("delete", "rule", "name=" + tag.text());
    }

    private static PlannedCommand command(String... words) {
        List<String> command = new ArrayList<>(RULES);
        command.addAll(List.of(words));
        return new PlannedCommand(command, "");
    }

    /** Deletes only what exists, since anything else is an error. */
    @Override
    public List<PlannedCommand> takeBack(Change change) throws FirewallException {
        String there = commands.run(command("show", "rule", "name=all")).out();
        return change.add().stream()
                .filter(rule -> there.contains(rule.tag().text()))
                .map(rule -> delete(rule.tag()))
                .toList();
    }
}
