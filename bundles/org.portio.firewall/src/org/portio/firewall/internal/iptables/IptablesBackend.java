// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.iptables;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.CommandRunner.Result;
import org.portio.firewall.Availability;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.Capability;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.internal.iptables.IptablesRules.Line;
import org.portio.firewall.internal.system.Rights;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.CommandBackend;
import org.portio.firewall.spi.Cuts;
import org.portio.firewall.spi.PlanRunner;
import org.portio.firewall.spi.Requests;
import org.portio.firewall.spi.Rule;

/**
 * iptables and ip6tables, for machines without nftables: chains of PortIO's own, to which the system's chains lead first.
 * Each table of each family is one transaction; if a later one fails, the earlier ones are taken back.
 */
public final class IptablesBackend extends CommandBackend {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final int EXIT_DENIED = 4;

    public IptablesBackend(CommandRunner runner) {
        super(
                "iptables",
                runner,
                LIMIT,
                Capability.OUTBOUND,
                Capability.LOOPBACK,
                Capability.DROP,
                Capability.REJECT,
                Capability.SPARE_EXISTING,
                Capability.CUT_EXISTING,
                Capability.TIMED,
                Capability.HITS,
                Capability.PUBLISHED_PORTS);
    }

    @Override
    public Availability probe() throws IOException {
        String version = "";
        for (String program : List.of("iptables", "ip6tables")) {
            version = ask(program, "-V").out().strip();
            Result result = ask(program, "-w", "5", "-S", "INPUT");
            if (result.exitCode() != 0) {
                return isDenied(result)
                        ? new Availability(Status.NO_PERMISSION, Rights.missing(version))
                        : new Availability(
                                Status.ABSENT, program + " does not work here: " + PlanRunner.reason(result));
            }
        }
        return new Availability(Status.AVAILABLE, version + ", in the chains PORTIO-IN and PORTIO-OUT");
    }

    /** Both programs are in one package. */
    @Override
    public Availability unusable(IOException failure) {
        return notRun(failure, "iptables");
    }

    /** Returns what iptables 1.8 says: 4 for a lack of rights, but 1 if iptables-legacy-save lacks them. */
    @Override
    public boolean isDenied(Result failed) {
        return failed.exitCode() == EXIT_DENIED || failed.err().contains("you must be root");
    }

    @Override
    public List<AppliedRule> list() throws FirewallException {
        return read().rules();
    }

    private IptablesTables read() throws FirewallException {
        return IptablesTables.read(commands);
    }

    @Override
    public List<PlannedCommand> commandsFor(Change change) throws FirewallException {
        return Stream.concat(plan(read(), change).stream(), new Cuts(commands).of(change).stream())
                .toList();
    }

    private List<PlannedCommand> plan(IptablesTables tables, Change change) throws FirewallException {
        Requests.check(this, change);
        checkEnds(change);
        return tables.plan(wanted(tables, tables.ipv4(), change), wanted(tables, tables.ipv6(), change));
    }

    /** The kernel counts the seconds of such a rule's end in 31 bits. */
    private static void checkEnds(Change change) throws FirewallException {
        for (Rule rule : change.add()) {
            if (rule.remaining() != null && Instant.now().plus(rule.remaining()).getEpochSecond() > Integer.MAX_VALUE) {
                throw new FirewallException(Failure.of(
                        Kind.UNSUPPORTED, "iptables cannot handle times after 2038-01-19", "choose a shorter one"));
            }
        }
    }

    /** Returns the existing lines, without those that are removed or added again, and the added ones. */
    private static List<Line> wanted(IptablesTables tables, IptablesState family, Change change) {
        Set<UUID> kept = tables.rules().stream().map(rule -> rule.tag().id()).collect(Collectors.toSet());
        change.remove().forEach(rule -> kept.remove(rule.tag().id()));
        change.add().forEach(rule -> kept.remove(rule.tag().id()));
        List<Line> wanted = new ArrayList<>();
        family.tagged().stream()
                .filter(line -> kept.contains(line.tag().id()))
                .forEach(line -> wanted.add(line.line()));
        for (Rule rule : change.add()) {
            wanted.addAll(IptablesRules.of(rule));
        }
        return wanted;
    }

    @Override
    public void apply(Change change) throws FirewallException {
        IptablesTables before = read();
        commands.apply(
                this,
                change,
                plan(before, change),
                _ -> read().plan(before.ipv4().lines(), before.ipv6().lines()));
        for (PlannedCommand cut : new Cuts(commands).of(change)) {
            commands.tryToRun(cut);
        }
    }
}
