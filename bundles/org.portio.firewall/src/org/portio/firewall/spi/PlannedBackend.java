// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.spi;

import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.osgi.annotation.versioning.ConsumerType;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.CommandRunner.Result;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.Capability;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;

/**
 * A backend whose changes are commands. It says which ones; PortIO refuses what the backend cannot do, runs the commands, looks
 * whether the list shows the change, and removes what was added if it does not.
 */
@ConsumerType
public abstract class PlannedBackend implements FirewallBackend {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    public final PlanRunner commands;

    private final String name;
    private final Set<Capability> capabilities;

    /** Creates one over the programs of this system, each of which may take 20 s. */
    public PlannedBackend(String name, Capability... capabilities) {
        this(name, CommandRunner.ofSystem(), LIMIT, capabilities);
    }

    /**
     * Creates one over these programs.
     *
     * @param limit how long a program may take
     */
    public PlannedBackend(String name, CommandRunner runner, Duration limit, Capability... capabilities) {
        this.name = name;
        this.commands = new PlanRunner(runner, limit, this::kindOf);
        Set<Capability> all = EnumSet.noneOf(Capability.class);
        Collections.addAll(all, capabilities);
        this.capabilities = Collections.unmodifiableSet(all);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public final Set<Capability> capabilities() {
        return capabilities;
    }

    @Override
    public final List<PlannedCommand> plan(Change change) throws FirewallException {
        if (change.isEmpty()) {
            return List.of();
        }
        Requests.check(this, change);
        return commandsFor(change);
    }

    /** Returns the commands for a change that the capabilities allow and that is not empty, in their order. Changes nothing. */
    public abstract List<PlannedCommand> commandsFor(Change change) throws FirewallException;

    @Override
    public void apply(Change change) throws FirewallException {
        commands.apply(this, change, plan(change), this::takeBack);
    }

    /**
     * Returns the commands that undo a change that was made in part: here, those that remove what the list shows of its additions. What
     * it removed is still written down, so the next look at the blocks puts it back.
     */
    public List<PlannedCommand> takeBack(Change failed) throws FirewallException {
        Set<UUID> added = failed.add().stream().map(rule -> rule.tag().id()).collect(Collectors.toSet());
        List<AppliedRule> there =
                list().stream().filter(rule -> added.contains(rule.tag().id())).toList();
        return plan(new Change(List.of(), there));
    }

    /** Returns what a failure of a program is: for lack of rights if the backend says that it lacks them. */
    Kind kindOf(@SuppressWarnings("unused") Result failed) {
        return availability().status() == Status.NO_PERMISSION ? Kind.PERMISSION : Kind.FAILED;
    }
}
