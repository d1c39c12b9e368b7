// SPDX-License-Identifier: EPL-2.0
package org.portio.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.portio.core.Failure;
import org.portio.core.system.Remedy;
import org.portio.core.system.SetAside;
import org.portio.core.system.Subscription;
import org.portio.firewall.Availability;
import org.portio.firewall.BackendInfo;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Capability;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import org.portio.firewall.FirewallListener;
import org.portio.firewall.PlannedCommand;

/** A firewall that is a list: it touches no system. Refuses port 22 unless forced. */
public final class FakeFirewall implements Firewall {

    /** The port that is refused. */
    public static final int SSH = 22;

    private final List<Block> blocks = new CopyOnWriteArrayList<>();
    private final List<FirewallListener> listeners = new CopyOnWriteArrayList<>();
    private final FakeFirewallBackend backend = new FakeFirewallBackend();
    private volatile FirewallException failure;
    private volatile List<SetAside> damage = List.of();

    /** Sets what its backend can do from now on. */
    public void setCapabilities(Set<Capability> capabilities) {
        backend.setCapabilities(capabilities);
    }

    public void setAvailability(Availability availability) {
        backend.setAvailability(availability);
    }

    /** Makes each call fail from now on; null for none. */
    public void failWith(FirewallException newFailure) {
        failure = newFailure;
    }

    /** Sets which of its files are damaged from now on. */
    public void setDamage(List<SetAside> damage) {
        this.damage = damage;
    }

    @Override
    public List<SetAside> damage() {
        return damage;
    }

    public int watchers() {
        return listeners.size();
    }

    /** Behaves as if somebody had removed these and they had been put back. */
    public void heal(List<Block> healed) {
        listeners.forEach(listener -> listener.healed(healed));
    }

    public void add(Block block) {
        blocks.add(block);
        changed();
    }

    @Override
    public BackendInfo backend() {
        return new BackendInfo(backend.name(), backend.capabilities(), backend.availability());
    }

    @Override
    public List<Block> blocks() throws FirewallException {
        check();
        return List.copyOf(blocks);
    }

    @Override
    public List<PlannedCommand> plan(BlockRequest request) throws FirewallException {
        check();
        return List.of(
                new PlannedCommand(List.of("fake", "-f", "-"), "add " + request + "\n"),
                PlannedCommand.of("fake", "list", "the rules"));
    }

    @Override
    public Block block(BlockRequest request, boolean force) throws FirewallException {
        check();
        if (request.ports().contains(SSH) && !force) {
            throw new FirewallException(new Failure(
                    FirewallException.Kind.REFUSED,
                    "Port 22 is the one of your own SSH session: you would lock yourself out.",
                    Remedy.FORCE));
        }
        Duration time = request.expiry().duration();
        Instant now = Instant.now();
        Block block = new Block(
                UUID.randomUUID(),
                request,
                "1000",
                now,
                time == null ? null : now.plus(time),
                backend.name(),
                Block.State.ACTIVE,
                0);
        add(block);
        return block;
    }

    @Override
    public List<PlannedCommand> planUnblock(Collection<UUID> ids) {
        return List.of(PlannedCommand.of("fake", "delete"));
    }

    @Override
    public List<Block> unblock(Collection<UUID> ids, boolean force) throws FirewallException {
        check();
        List<Block> removed =
                blocks.stream().filter(block -> ids.contains(block.id())).toList();
        blocks.removeAll(removed);
        changed();
        return removed;
    }

    @Override
    public List<Block> heal() {
        return List.of();
    }

    @Override
    public Subscription watch(FirewallListener listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void check() throws FirewallException {
        if (failure != null) {
            throw failure;
        }
    }

    private void changed() {
        listeners.forEach(listener -> listener.changed(List.copyOf(blocks)));
    }
}
