// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.ufw;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.address.AddressFamily;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.CommandRunner.Result;
import org.portio.core.system.FileFailure;
import org.portio.core.system.User;
import org.portio.firewall.Availability;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Capability;
import org.portio.firewall.Direction;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.Verdict;
import org.portio.firewall.internal.system.Rights;
import org.portio.firewall.internal.ufw.UfwRules.Tuple;
import org.portio.firewall.internal.walk.Precedence;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.AppliedRule.State;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.CommandBackend;
import org.portio.firewall.spi.Requests;
import org.portio.firewall.spi.Rule;
import org.portio.firewall.spi.RuleTag;
import org.portio.firewall.spi.Terms;

/**
 * ufw, for those who want their blocks among its rules. It says "done" for nearly everything, replaces a user's rule of
 * the same port with ours, and deletes it with ours; so its files are read before and after, and a port for which anybody
 * else has a rule of the same kind is refused.
 */
public final class UfwBackend extends CommandBackend {

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Path etc;

    public UfwBackend(CommandRunner runner, Path root) {
        super(
                "ufw",
                runner,
                LIMIT,
                Capability.OUTBOUND,
                Capability.DROP,
                Capability.REJECT,
                Capability.SPARE_EXISTING,
                Capability.PERSISTENT);
        etc = root.resolve("etc/ufw");
    }

    @Override
    public boolean isAutomatic() {
        return false;
    }

    @Override
    public Availability probe() throws IOException {
        if (ask("ufw", "--version").exitCode() != 0) {
            return new Availability(Status.ABSENT, "ufw does not work here");
        }
        if (!isSwitchedOn()) {
            return new Availability(
                    Status.ABSENT,
                    "ufw is not enabled",
                    "enable it: " + User.ofSystem().asRoot("ufw enable"));
        }
        return ask("ufw", "status").exitCode() == 0
                ? new Availability(Status.AVAILABLE, "ufw, among its user rules")
                : new Availability(Status.NO_PERMISSION, Rights.missing("ufw"));
    }

    @Override
    public Availability unusable(IOException failure) {
        return notRun(failure, "ufw");
    }

    @Override
    public boolean isDenied(Result failed) {
        return failed.err().contains("need to be root");
    }

    @Override
    public boolean mayHaveRules() {
        try {
            return isSwitchedOn();
        } catch (IOException _) {
            return false;
        }
    }

    private boolean isSwitchedOn() throws IOException {
        Path settings = etc.resolve("ufw.conf");
        return Files.exists(settings) && Files.readString(settings).lines().anyMatch("ENABLED=yes"::equals);
    }

    @Override
    public List<AppliedRule> list() throws FirewallException {
        String file4 = text("user.rules");
        String file6 = text("user6.rules");
        List<Tuple> ipv4 = tuples("user.rules", file4);
        List<Tuple> ipv6 = tuples("user6.rules", file6);
        List<Precedence> orders = Stream.of(
                        UfwOrder.of(AddressFamily.IPV4, file4), UfwOrder.of(AddressFamily.IPV6, file6))
                .flatMap(Optional::stream)
                .toList();
        Map<UUID, RuleTag> tags = new LinkedHashMap<>();
        ipv4.forEach(tuple -> tuple.tag().ifPresent(tag -> tags.put(tag.id(), tag)));
        List<AppliedRule> rules = new ArrayList<>();
        for (RuleTag tag : tags.values()) {
            List<String> handles = handles(ipv4, tag);
            // A rule for one family only, or one way only, does not block what it should.
            if (handles.size() == Requests.ways(tag.direction()).size() && handles.equals(handles(ipv6, tag))) {
                boolean drops = handles.getFirst().startsWith("deny");
                Verdict verdict = drops ? Verdict.DROP : Verdict.REJECT;
                Terms terms = new Terms(verdict, false, false, null);
                rules.add(new AppliedRule(tag, handles, -1, State.IN_FORCE, terms, overriding(orders, tag, terms)));
            }
        }
        return rules;
    }

    /** Returns the user rule before a block that accepts some of its packets; empty if there is none. */
    private static String overriding(List<Precedence> orders, RuleTag tag, Terms terms) {
        return orders.stream()
                .flatMap(order -> order.overriding(tag, terms).stream())
                .findFirst()
                .orElse("");
    }

    /** Returns it as {@code reject in tcp 8000}. */
    private static List<String> handles(List<Tuple> tuples, RuleTag tag) {
        return tuples.stream()
                .filter(tuple -> tuple.tag().map(RuleTag::id).equals(Optional.of(tag.id())))
                .map(tuple -> tuple.verdict() + " " + tuple.match())
                .toList();
    }

    private List<Tuple> read(String file) throws FirewallException {
        return tuples(file, text(file));
    }

    private List<Tuple> tuples(String file, String text) throws FirewallException {
        return UfwRules.parse(text)
                .orElseThrow(() -> new FirewallException(Kind.FAILED, etc.resolve(file) + " is not complete"));
    }

    private String text(String file) throws FirewallException {
        try {
            return Files.readString(etc.resolve(file));
        } catch (AccessDeniedException e) {
            throw new FirewallException(Kind.PERMISSION, "only root may read " + etc.resolve(file), e);
        } catch (NoSuchFileException e) {
            throw new FirewallException(Kind.FAILED, etc.resolve(file) + " does not exist", e);
        } catch (IOException e) {
            throw new FirewallException(
                    Kind.FAILED, "cannot read " + etc.resolve(file) + ": " + FileFailure.reason(e), e);
        }
    }

    @Override
    public List<PlannedCommand> commandsFor(Change change) throws FirewallException {
        List<Tuple> left = new ArrayList<>(read("user.rules"));
        left.addAll(read("user6.rules"));
        Set<UUID> removed =
                change.remove().stream().map(rule -> rule.tag().id()).collect(Collectors.toSet());
        List<PlannedCommand> planned = new ArrayList<>();
        left.stream()
                .filter(tuple -> tuple.tag().isPresent()
                        && removed.contains(tuple.tag().get().id()))
                .map(UfwBackend::delete)
                .distinct()
                .forEach(planned::add);
        left.removeIf(tuple ->
                tuple.tag().isPresent() && removed.contains(tuple.tag().get().id()));
        Set<String> taken = left.stream().map(Tuple::match).collect(Collectors.toCollection(HashSet::new));
        for (Rule rule : change.add()) {
            for (Direction way : Requests.ways(rule.request().direction())) {
                planned.add(add(rule, way, taken));
            }
        }
        return planned;
    }

    private static PlannedCommand add(Rule rule, Direction way, Set<String> taken) throws FirewallException {
        BlockRequest request = rule.request();
        String direction = way == Direction.INBOUND ? "in" : "out";
        String protocol = request.protocol().label();
        String ports = Requests.colonRange(request);
        if (!taken.add(direction + " " + protocol + " " + ports)) {
            throw new FirewallException(Failure.of(
                    Kind.UNSUPPORTED,
                    "ufw already has a rule for " + request.protocol() + " " + request.ports() + " " + way.label()
                            + ", and keeps only one",
                    "remove it first, or use another backend"));
        }
        return command(
                "ufw prepend " + (request.verdict() == Verdict.DROP ? "deny" : "reject") + " " + direction + " proto "
                        + protocol + " to any port " + ports + " comment",
                rule.tag().text());
    }

    private static PlannedCommand delete(Tuple tuple) {
        String[] match = tuple.match().split(" ");
        return command(
                "ufw delete " + tuple.verdict() + " " + match[0] + " proto " + match[1] + " to any port", match[2]);
    }

    private static PlannedCommand command(String words, String last) {
        return new PlannedCommand(
                Stream.concat(Stream.of(words.split(" ")), Stream.of(last)).toList(), "");
    }

    @Override
    public void apply(Change change) throws FirewallException {
        List<Tuple> before = read("user.rules");
        commands.apply(this, change, plan(change), failed -> takeBack(failed, before));
    }

    /** Deletes what was added, on either family, and adds again what was deleted. */
    private List<PlannedCommand> takeBack(Change change, List<Tuple> before) throws FirewallException {
        Set<UUID> added = change.add().stream().map(rule -> rule.tag().id()).collect(Collectors.toSet());
        List<Tuple> now = new ArrayList<>(read("user.rules"));
        List<Tuple> deleted = new ArrayList<>(before);
        deleted.removeAll(now);
        now.addAll(read("user6.rules"));
        List<PlannedCommand> planned = new ArrayList<>();
        now.stream()
                .filter(tuple -> tuple.tag().isPresent()
                        && added.contains(tuple.tag().get().id()))
                .map(UfwBackend::delete)
                .distinct()
                .forEach(planned::add);
        for (Tuple tuple : deleted) {
            String[] match = tuple.match().split(" ");
            tuple.tag()
                    .ifPresent(tag -> planned.add(command(
                            "ufw prepend " + tuple.verdict() + " " + match[0] + " proto " + match[1] + " to any port "
                                    + match[2] + " comment",
                            tag.text())));
        }
        return planned;
    }
}
