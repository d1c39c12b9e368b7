// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.portio.core.CommandRunner;
import org.portio.core.Protocol;
import org.portio.firewall.AppliedRule;
import org.portio.firewall.Availability;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Capability;
import org.portio.firewall.Change;
import org.portio.firewall.Direction;
import org.portio.firewall.FirewallBackend;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.Rule;

/**
 * nftables: a table of PortIO's own, {@code inet portio}, which firewalld, ufw and container engines leave alone, and whose
 * verdict no other table can overrule. Each change is one transaction: the kernel does all of it or nothing.
 */
@Component(property = "service.ranking:Integer=100")
public final class NftBackend implements FirewallBackend {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    /** Echoes what was added: nft 1.0.6 takes broken JSON from standard input, does nothing, and says 0. */
    private static final List<String> APPLY = List.of("nft", "-j", "-e", "-a", "-f", "-");

    private static final List<String> LIST = List.of("nft", "-j", "list", "table", NftRules.FAMILY, NftRules.TABLE);
    private static final List<String> LIST_TABLES = List.of("nft", "-j", "list", "tables");

    private final CommandRunner runner;

    @Activate
    public NftBackend() {
        this(CommandRunner.ofSystem());
    }

    public NftBackend(CommandRunner runner) {
        this.runner = runner;
    }

    @Override
    public String name() {
        return "nftables";
    }

    @Override
    public boolean isAutomatic() {
        return true;
    }

    @Override
    public Availability availability() {
        try {
            CommandRunner.Result result = runner.run(LIST_TABLES, "", LIMIT);
            if (result.exitCode() == 0) {
                return new Availability(Status.AVAILABLE, "nftables, in the table inet portio");
            }
            return isDenied(result)
                    ? new Availability(Status.NO_PERMISSION, "nftables is there; using it needs privileges")
                    : new Availability(Status.ABSENT, "nftables does not work here: " + firstLine(result.err()));
        } catch (IOException _) {
            return new Availability(Status.ABSENT, "there is no program nft; Debian: sudo apt-get install nftables");
        }
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.complementOf(EnumSet.of(Capability.PER_PROGRAM, Capability.PERSISTENT));
    }

    @Override
    public List<AppliedRule> list() throws FirewallException {
        CommandRunner.Result result = run(LIST, "");
        if (result.exitCode() == 0) {
            return NftListing.parse(result.out());
        }
        // There is no such table, or something is wrong: the list of tables tells the two apart.
        CommandRunner.Result tables = run(LIST_TABLES, "");
        if (tables.exitCode() != 0) {
            throw failure(tables);
        }
        return List.of();
    }

    @Override
    public List<PlannedCommand> plan(Change change) throws FirewallException {
        if (change.isEmpty()) {
            return List.of();
        }
        checkSupported(change);
        List<PlannedCommand> commands = new ArrayList<>();
        commands.add(new PlannedCommand(
                APPLY, transaction(change, isAllThereIs(change)).text()));
        for (Rule rule : change.add()) {
            commands.addAll(cuts(rule.request()));
        }
        return commands;
    }

    @Override
    public void apply(Change change) throws FirewallException {
        List<PlannedCommand> commands = plan(change);
        if (commands.isEmpty()) {
            return;
        }
        CommandRunner.Result result = run(APPLY, commands.getFirst().input());
        if (result.exitCode() != 0 && !change.remove().isEmpty()) {
            // Somebody may have put a rule into the table that was about to go.
            result = run(APPLY, transaction(change, false).text());
        }
        if (result.exitCode() != 0) {
            throw failure(result);
        }
        for (PlannedCommand cut : commands.subList(1, commands.size())) {
            run(cut.command(), cut.input());
        }
        PlanRunner.verify(this, change);
    }

    private static NftRules transaction(Change change, boolean last) {
        NftRules transaction = new NftRules();
        change.remove().forEach(rule -> remove(transaction, rule));
        if (last) {
            return transaction.deleteEmptyTable();
        }
        if (!change.add().isEmpty()) {
            transaction.addTable();
            change.add().forEach(transaction::add);
        }
        return transaction;
    }

    /** Rules first: a set cannot be deleted while a rule asks it. */
    private static void remove(NftRules transaction, AppliedRule rule) {
        for (String handle : rule.handles()) {
            String[] words = handle.split(" ");
            if (words.length == 2) {
                transaction.deleteRule(words[0], Long.parseLong(words[1]));
            } else {
                transaction.deleteSet(handle);
            }
        }
    }

    private boolean isAllThereIs(Change change) throws FirewallException {
        return change.add().isEmpty() && list().size() == change.remove().size();
    }

    private void checkSupported(Change change) throws FirewallException {
        for (Rule rule : change.add()) {
            if (!rule.request().program().isEmpty()) {
                throw new FirewallException(
                        FirewallException.Kind.UNSUPPORTED,
                        "nftables cannot block a port for one program; it can for a control group");
            }
        }
    }

    /** Ends TCP connections on both of their ends that are here; a rule alone would leave them hanging. */
    private static List<PlannedCommand> cuts(BlockRequest request) {
        List<PlannedCommand> commands = new ArrayList<>();
        if (request.cutExisting() && request.protocol() == Protocol.TCP) {
            if (request.direction().includes(Direction.INBOUND)) {
                commands.add(cut(request, "sport"));
            }
            if (request.direction().includes(Direction.OUTBOUND)) {
                commands.add(cut(request, "dport"));
            }
        }
        return commands;
    }

    private static PlannedCommand cut(BlockRequest request, String end) {
        String ports = "( " + end + " >= :" + request.ports().first() + " and " + end + " <= :"
                + request.ports().last() + " )";
        String filter = request.loopback() ? ports : ports + " and not dst 127.0.0.0/8 and not dst [::1]";
        return PlannedCommand.of("ss", "-K", "-t", "-H", filter);
    }

    private CommandRunner.Result run(List<String> command, String input) throws FirewallException {
        try {
            return runner.run(command, input, LIMIT);
        } catch (IOException e) {
            throw new FirewallException(
                    FirewallException.Kind.FAILED, "cannot run " + command.getFirst() + ": " + e.getMessage(), e);
        }
    }

    private static FirewallException failure(CommandRunner.Result result) {
        return isDenied(result)
                ? new FirewallException(FirewallException.Kind.PERMISSION, "nftables needs privileges")
                : new FirewallException(FirewallException.Kind.FAILED, "nftables refuses: " + firstLine(result.err()));
    }

    private static boolean isDenied(CommandRunner.Result result) {
        return result.err().contains("Operation not permitted");
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("no reason given");
    }
}
