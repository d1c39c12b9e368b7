// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.firewalld;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.Protocol;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.CommandRunner.Result;
import org.portio.core.system.User;
import org.portio.firewall.Availability;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Capability;
import org.portio.firewall.Direction;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.Verdict;
import org.portio.firewall.internal.firewalld.FirewalldPolicies.Policy;
import org.portio.firewall.internal.system.Rights;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.CommandBackend;
import org.portio.firewall.spi.Requests;
import org.portio.firewall.spi.Rule;
import org.portio.firewall.spi.Terms;

/**
 * firewalld, for those who want their blocks in it: a policy for each block and way, whose description is the tag; zones
 * and policies of users are never touched. It lasts a second or more, for each change of what is permanent is loaded
 * anew. Blocks that firewalld itself ends are not offered: such rules are lost at the next reload, whoever causes it.
 */
public final class FirewalldBackend extends CommandBackend {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int EXIT_DENIED = 253;
    private static final int EXIT_NOT_RUNNING = 252;
    private static final int EXIT_NO_BUS = 36;
    private static final PlannedCommand RELOAD = PlannedCommand.of("firewall-cmd", "--reload");
    private static final PlannedCommand LIST = PlannedCommand.of("firewall-cmd", "-v", "--list-all-policies");

    private static final PlannedCommand LIST_PERMANENT =
            PlannedCommand.of("firewall-cmd", "-v", "--permanent", "--list-all-policies");

    private static final String POLICY_PREFIX = "portio-";

    private final Path root;

    public FirewalldBackend(CommandRunner runner, Path root) {
        super(
                "firewalld",
                runner,
                LIMIT,
                Capability.OUTBOUND,
                Capability.DROP,
                Capability.REJECT,
                Capability.SPARE_EXISTING,
                Capability.PERSISTENT);
        this.root = root;
    }

    @Override
    public boolean isAutomatic() {
        return false;
    }

    @Override
    public Availability probe() throws IOException {
        int exitCode = ask("firewall-cmd", "--state").exitCode();
        return switch (exitCode) {
            case 0 -> new Availability(Status.AVAILABLE, "firewalld, in PortIO's own policies");
            case EXIT_DENIED -> new Availability(Status.NO_PERMISSION, Rights.missing("firewalld"));
            case EXIT_NOT_RUNNING, EXIT_NO_BUS ->
                new Availability(
                        Status.ABSENT,
                        "firewalld is not running",
                        "start it: " + User.ofSystem().asRoot("systemctl start firewalld"));
            default -> new Availability(Status.ABSENT, "firewalld does not work here: exit code " + exitCode);
        };
    }

    @Override
    public Availability unusable(IOException failure) {
        return notRun(failure, "firewalld");
    }

    @Override
    public boolean isDenied(Result failed) {
        return failed.exitCode() == EXIT_DENIED;
    }

    /** Each of its policies is a file, which only root may look for. */
    @Override
    public boolean mayHaveRules() {
        String[] policies =
                root.resolve("etc/firewalld/policies").toFile().list((_, name) -> name.startsWith(POLICY_PREFIX));
        return policies != null && policies.length > 0;
    }

    @Override
    public List<AppliedRule> list() throws FirewallException {
        Map<UUID, List<Policy>> byId = new LinkedHashMap<>();
        for (Policy policy : FirewalldPolicies.parse(commands.run(LIST).out())) {
            if (policy.richRules().size() >= 2) {
                byId.computeIfAbsent(policy.tag().id(), _ -> new ArrayList<>()).add(policy);
            }
        }
        return byId.values().stream()
                .filter(policies -> policies.size()
                        == Requests.ways(policies.getFirst().tag().direction()).size())
                .map(policies -> new AppliedRule(
                        policies.getFirst().tag(),
                        policies.stream().map(Policy::name).toList(),
                        -1,
                        false,
                        terms(policies.getFirst())))
                .toList();
    }

    private static Terms terms(Policy policy) {
        boolean drops = policy.richRules().getFirst().endsWith(" drop");
        return new Terms(drops ? Verdict.DROP : Verdict.REJECT, false, false, null);
    }

    @Override
    public List<PlannedCommand> commandsFor(Change change) throws FirewallException {
        List<PlannedCommand> planned = new ArrayList<>();
        for (Rule rule : change.add()) {
            for (Direction way : Requests.ways(rule.request().direction())) {
                add(planned, rule, way);
            }
        }
        for (AppliedRule rule : change.remove()) {
            rule.handles().forEach(policy -> planned.add(permanent("--delete-policy", policy)));
        }
        if (!planned.isEmpty()) {
            planned.add(RELOAD);
        }
        return planned;
    }

    private static void add(List<PlannedCommand> planned, Rule rule, Direction way) {
        BlockRequest request = rule.request();
        boolean inbound = way == Direction.INBOUND;
        String policy = policyName(rule.tag().id(), inbound);
        planned.add(permanent("--new-policy", policy));
        planned.add(
                permanent("--policy", policy, "--set-description", rule.tag().text()));
        planned.add(permanent("--policy", policy, "--add-ingress-zone", inbound ? "ANY" : "HOST"));
        planned.add(permanent("--policy", policy, "--add-egress-zone", inbound ? "HOST" : "ANY"));
        planned.add(permanent("--policy", policy, "--set-priority", "-100"));
        for (String family : List.of("ipv4", "ipv6")) {
            planned.add(permanent("--policy", policy, "--add-rich-rule", richRule(request, family)));
        }
    }

    /** Returns the rule for one family: only then may TCP be answered with a reset. */
    private static String richRule(BlockRequest request, String family) {
        String reject = request.protocol() == Protocol.TCP ? "reject type=\"tcp-reset\"" : "reject";
        return "rule family=\"" + family + "\" port port=\"" + request.ports() + "\" protocol=\""
                + request.protocol().label() + "\" " + (request.verdict() == Verdict.DROP ? "drop" : reject);
    }

    /** Returns a name of the permitted 18 characters; the description, not the name, tells whose it is. */
    private static String policyName(UUID id, boolean inbound) {
        return POLICY_PREFIX + (inbound ? "i-" : "o-") + "%08x".formatted((int) (id.getLeastSignificantBits()));
    }

    private static PlannedCommand permanent(String... words) {
        List<String> command = new ArrayList<>(List.of("firewall-cmd", "--permanent"));
        command.addAll(List.of(words));
        return new PlannedCommand(command, "");
    }

    /** Deletes what there is of the added policies: those with their tag, and those that have no description yet. */
    @Override
    public List<PlannedCommand> takeBack(Change change) throws FirewallException {
        Set<UUID> added = change.add().stream().map(rule -> rule.tag().id()).collect(Collectors.toSet());
        Set<String> names = added.stream()
                .flatMap(id -> Stream.of(policyName(id, true), policyName(id, false)))
                .collect(Collectors.toSet());
        List<PlannedCommand> planned = new ArrayList<>();
        for (String policy :
                FirewalldPolicies.names(commands.run(LIST_PERMANENT).out(), added)) {
            if (names.contains(policy)) {
                planned.add(permanent("--delete-policy", policy));
            }
        }
        if (!planned.isEmpty()) {
            planned.add(RELOAD);
        }
        return planned;
    }
}
