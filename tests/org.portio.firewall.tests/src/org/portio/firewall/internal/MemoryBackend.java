// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.portio.firewall.Availability;
import org.portio.firewall.Capability;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.firewall.spi.Rule;
import org.portio.firewall.spi.RuleTag;

/** A firewall in memory, which can end PortIO before or after a change as a crash would. */
public final class MemoryBackend implements FirewallBackend {

    /** Ends PortIO in a way that none of its own code can catch. */
    public static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    public final Map<UUID, Rule> rules = new ConcurrentHashMap<>();
    private final String name;
    public boolean crashBefore;
    public boolean crashAfter;
    public FirewallException failure;
    FirewallException refusal;

    public MemoryBackend(String name) {
        this.name = name;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public boolean isAutomatic() {
        return true;
    }

    @Override
    public Availability availability() {
        return new Availability(Availability.Status.AVAILABLE, "in memory");
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.values());
    }

    @Override
    public List<AppliedRule> list() throws FirewallException {
        if (refusal != null) {
            throw refusal;
        }
        List<AppliedRule> list = new ArrayList<>();
        rules.values().forEach(rule -> list.add(new AppliedRule(rule.tag(), List.of(), 0, false)));
        return list;
    }

    @Override
    public List<PlannedCommand> plan(Change change) {
        return change.isEmpty() ? List.of() : List.of(PlannedCommand.of("memory", change.toString()));
    }

    @Override
    public void apply(Change change) throws FirewallException {
        if (crashBefore) {
            throw new Crash();
        }
        if (failure != null) {
            throw failure;
        }
        change.remove().forEach(rule -> rules.remove(rule.tag().id()));
        change.add().forEach(rule -> rules.put(rule.tag().id(), rule));
        if (crashAfter) {
            throw new Crash();
        }
    }

    /** A rule that this user's journal does not know. */
    public void addForeign(RuleTag tag) {
        rules.put(tag.id(), new Rule(tag, null, null));
    }
}
