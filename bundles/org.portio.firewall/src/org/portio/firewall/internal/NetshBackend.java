// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.portio.core.CommandRunner;
import org.portio.firewall.AppliedRule;
import org.portio.firewall.Availability;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Capability;
import org.portio.firewall.Change;
import org.portio.firewall.Direction;
import org.portio.firewall.FirewallBackend;
import org.portio.firewall.FirewallException;
import org.portio.firewall.FirewallException.Kind;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.Rule;
import org.portio.firewall.RuleTag;

/**
 * The Windows firewall through netsh, where PowerShell has no module NetSecurity. The name of a rule is its tag: what
 * netsh prints is in the language of the system, and nothing but the tags is read from it. Windows does not answer what it
 * blocks, and leaves loopback alone.
 *
 * <p>Written from the documentation; tested by its commands only, and never seen on a Windows.
 */
@Component(property = "service.ranking:Integer=50")
public final class NetshBackend implements FirewallBackend {

    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Pattern TAG = Pattern.compile("portio:v1:[a-z0-9:-]+");
    private static final List<String> RULES = List.of("netsh", "advfirewall", "firewall");

    private final CommandRunner runner;
    private final String osName;
    private final PlanRunner commands;

    @Activate
    public NetshBackend() {
        this(CommandRunner.ofSystem(), System.getProperty("os.name"));
    }

    public NetshBackend(CommandRunner runner, String osName) {
        this.runner = runner;
        this.osName = osName;
        // The reason is in a message of any language; the rights are asked for by another command.
        commands = new PlanRunner(runner, LIMIT, _ -> isElevated(runner) ? Kind.FAILED : Kind.PERMISSION);
    }

    @Override
    public String name() {
        return "netsh";
    }

    @Override
    public boolean isAutomatic() {
        return true;
    }

    @Override
    public Availability availability() {
        return windows(osName, runner, "netsh", List.of("netsh", "advfirewall", "show", "currentprofile"));
    }

    /** Whether this is Windows, the program works, and the user is an administrator just now. */
    static Availability windows(String osName, CommandRunner runner, String program, List<String> query) {
        if (!osName.toLowerCase(Locale.ROOT).startsWith("windows")) {
            return new Availability(Status.ABSENT, program + " is for Windows");
        }
        try {
            int exitCode = runner.run(query, "", LIMIT).exitCode();
            if (exitCode != 0) {
                return new Availability(Status.ABSENT, program + " does not work here: exit code " + exitCode);
            }
        } catch (IOException e) {
            return new Availability(Status.ABSENT, "there is no " + program + ": " + e.getMessage());
        }
        return isElevated(runner)
                ? new Availability(Status.AVAILABLE, "the Windows firewall, through " + program)
                : new Availability(
                        Status.NO_PERMISSION,
                        "the Windows firewall is there; to change it, start PortIO with \"Run as administrator\"");
    }

    /** This key can be read by administrators alone; the exit code tells it in every language. */
    static boolean isElevated(CommandRunner runner) {
        try {
            return runner.run(List.of("reg", "query", "HKU\\S-1-5-19"), "", LIMIT)
                            .exitCode()
                    == 0;
        } catch (IOException _) {
            return false;
        }
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.of(
                Capability.OUTBOUND,
                Capability.DROP,
                Capability.SPARE_EXISTING,
                Capability.PER_PROGRAM,
                Capability.PERSISTENT);
    }

    @Override
    public List<AppliedRule> list() throws FirewallException {
        return parse(commands.run(command("show", "rule", "name=all")).out());
    }

    /** A block of both ways is two rules of the same name. */
    static List<AppliedRule> parse(String text) {
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
                .map(tag -> new AppliedRule(tag, List.of(tag.text()), -1, false))
                .toList();
    }

    @Override
    public List<PlannedCommand> plan(Change change) throws FirewallException {
        Requests.check(this, change);
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

    /** By name alone: further words make netsh refuse, and the name "all" would take every rule there is. */
    private static PlannedCommand delete(RuleTag tag) {
        return command("delete", "rule", "name=" + tag.text());
    }

    private static PlannedCommand command(String... words) {
        List<String> command = new ArrayList<>(RULES);
        command.addAll(List.of(words));
        return new PlannedCommand(command, "");
    }

    @Override
    public void apply(Change change) throws FirewallException {
        commands.apply(this, change, plan(change), this::takeBack);
    }

    /** Only what is there can be deleted without an error. */
    private List<PlannedCommand> takeBack(Change change) throws FirewallException {
        String there = commands.run(command("show", "rule", "name=all")).out();
        return change.add().stream()
                .filter(rule -> there.contains(rule.tag().text()))
                .map(rule -> delete(rule.tag()))
                .toList();
    }
}
