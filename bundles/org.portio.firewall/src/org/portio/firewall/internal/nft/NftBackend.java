// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.nft;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.CommandRunner.Result;
import org.portio.firewall.Availability;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.Capability;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.internal.system.Rights;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.CommandBackend;
import org.portio.firewall.spi.Cuts;
import org.portio.firewall.spi.PlanRunner;

/**
 * nftables: a table of PortIO's own, {@code inet portio}, which firewalld, ufw and container engines leave alone, and whose
 * verdict no other table can overrule. Each change is one transaction: the kernel does all of it or nothing.
 */
public final class NftBackend extends CommandBackend {

    private static final Duration LIMIT = Duration.ofSeconds(20);
    /** Echoes what was added: nft 1.0.6 takes broken JSON from standard input, does nothing, and says 0. */
    private static final List<String> APPLY = List.of("nft", "-j", "-e", "-a", "-f", "-");

    private static final PlannedCommand LIST =
            PlannedCommand.of("nft", "-j", "list", "table", NftRules.FAMILY, NftRules.TABLE);

    /** The beginning of nft's message if the table does not exist; remarks on other tables may follow. */
    private static final String NO_TABLE = "Error: No such file or directory";

    private static final String[] LIST_TABLES = {"nft", "-j", "list", "tables"};

    /** The last listing of the table, from which changes are made; null if it has not been listed yet. */
    private volatile String listed;

    public NftBackend(CommandRunner runner) {
        super(
                "nftables",
                runner,
                LIMIT,
                Capability.OUTBOUND,
                Capability.LOOPBACK,
                Capability.DROP,
                Capability.REJECT,
                Capability.SPARE_EXISTING,
                Capability.CUT_EXISTING,
                Capability.TIMED,
                Capability.PER_CONTROL_GROUP,
                Capability.HITS,
                Capability.PUBLISHED_PORTS);
    }

    @Override
    public Availability probe() throws IOException {
        Result result = ask(LIST_TABLES);
        if (result.exitCode() == 0) {
            return new Availability(Status.AVAILABLE, "nftables, in the table inet portio");
        }
        return isDenied(result)
                ? new Availability(Status.NO_PERMISSION, Rights.missing("nftables"))
                : new Availability(Status.ABSENT, "nftables does not work here: " + PlanRunner.reason(result));
    }

    @Override
    public Availability unusable(IOException failure) {
        return notRun(failure, "nftables");
    }

    @Override
    public boolean isDenied(Result failed) {
        return failed.err().contains("Operation not permitted");
    }

    @Override
    public List<AppliedRule> list() throws FirewallException {
        Result result = look();
        if (result.exitCode() == 0) {
            return NftListing.parse(result.out());
        }
        if (!result.err().startsWith(NO_TABLE)) {
            checkThatThereIsNoTable(result);
        }
        return List.of();
    }

    private Result look() throws FirewallException {
        Result result = commands.runToAnyEnd(LIST);
        listed = result.exitCode() == 0 ? result.out() : "";
        return result;
    }

    /** Checks the list of all tables, for versions of nft that report a missing table in other words. */
    private void checkThatThereIsNoTable(Result failed) throws FirewallException {
        String tables = commands.run(PlannedCommand.of(LIST_TABLES)).out();
        if (tables.contains("\"" + NftRules.TABLE + "\"")) {
            throw commands.failure(LIST, failed);
        }
    }

    @Override
    public List<PlannedCommand> commandsFor(Change change) throws FirewallException {
        List<PlannedCommand> planned = new ArrayList<>();
        planned.add(transaction(change, leavesNothing(change)));
        planned.addAll(new Cuts(commands).of(change));
        return planned;
    }

    /**
     * Returns whether the table holds nothing but what is removed, by the listing that the change was made from. Whatever else a
     * table and its chains hold, the kernel deletes with them and does not fail.
     */
    private boolean leavesNothing(Change change) throws FirewallException {
        if (!change.add().isEmpty()) {
            return false;
        }
        if (listed == null) {
            look();
        }
        Set<String> removed = change.remove().stream()
                .flatMap(rule -> rule.handles().stream())
                .collect(Collectors.toSet());
        return !listed.isEmpty() && NftListing.holdsOnly(listed, removed);
    }

    @Override
    public void apply(Change change) throws FirewallException {
        List<PlannedCommand> planned = plan(change);
        if (planned.isEmpty()) {
            return;
        }
        runTransaction(planned.getFirst(), change);
        planned.subList(1, planned.size()).forEach(commands::tryToRun);
        PlanRunner.verify(this, change);
    }

    /** The kernel refuses to delete the table if another user has added a block since it was listed: then it stays. */
    private void runTransaction(PlannedCommand planned, Change change) throws FirewallException {
        try {
            commands.run(planned);
        } catch (FirewallException e) {
            PlannedCommand rest = transaction(change, false);
            if (rest.equals(planned)) {
                throw e;
            }
            commands.run(rest);
        }
    }

    private PlannedCommand transaction(Change change, boolean last) {
        NftRules transaction = new NftRules();
        change.remove().forEach(rule -> remove(transaction, rule));
        if (last) {
            transaction.deleteTable(NftListing.hasUseCount(listed));
        } else if (!change.add().isEmpty()) {
            transaction.addTable();
            change.add().forEach(transaction::add);
        }
        return new PlannedCommand(APPLY, transaction.text());
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
}
