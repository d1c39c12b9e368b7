// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
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
import org.portio.firewall.Standing;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.Change;
import org.portio.firewall.spi.FirewallBackend;

/** A firewall that only remembers. */
public final class FakeFirewall implements Firewall {

    public static final Instant SINCE = Instant.parse("2026-03-01T12:00:00Z");

    final FirewallBackend backend =
            new Backend(new Availability(Availability.Status.AVAILABLE, "nftables, as root through sudo"));
    public final List<Block> blocks = new ArrayList<>();
    /** Requests that were blocked with force. */
    public final List<Boolean> forced = new ArrayList<>();
    /** The failure of each call; null if calls succeed. */
    public FirewallException failure;

    public List<SetAside> damage = List.of();

    /** Blocks that had to be put back, and why they could not. */
    public List<Block> putBack = List.of();

    public FirewallException notHealed;

    public List<PlannedCommand> plan = List.of(
            new PlannedCommand(List.of("nft", "-f", "-"), "add table inet portio\n"),
            PlannedCommand.of("ss", "-K", "( sport = :8080 )"));

    /** Adds a block of ann, who runs the tests. */
    public Block add(String ports, Protocol protocol) {
        return add(ports, protocol, "1000", Block.State.ACTIVE);
    }

    public Block add(String ports, Protocol protocol, String user, Block.State state) {
        return add(BlockRequest.of(PortRange.parse(ports), protocol), user, state);
    }

    public Block add(BlockRequest request, String user, Block.State state) {
        Block block = new Block(new UUID(0, blocks.size() + 1), request, user, SINCE, null, "nftables", state, 12);
        blocks.add(block);
        return block;
    }

    @Override
    public List<SetAside> damage() {
        return damage;
    }

    @Override
    public BackendInfo backend() throws FirewallException {
        check();
        return new BackendInfo(backend.name(), backend.capabilities(), backend.availability());
    }

    @Override
    public List<Block> blocks() throws FirewallException {
        check();
        return List.copyOf(blocks);
    }

    @Override
    public Standing standing() throws FirewallException {
        check();
        return new Standing(blocks, putBack, notHealed);
    }

    @Override
    public List<PlannedCommand> plan(BlockRequest request) throws FirewallException {
        check();
        return plan;
    }

    @Override
    public Block block(BlockRequest request, boolean force) throws FirewallException {
        check();
        forced.add(force);
        return add(request, "1000", Block.State.ACTIVE);
    }

    @Override
    public List<PlannedCommand> planUnblock(Collection<UUID> ids) throws FirewallException {
        check();
        return List.of(new PlannedCommand(List.of("nft", "-f", "-"), "delete " + ids));
    }

    @Override
    public List<Block> unblock(Collection<UUID> ids, boolean force) throws FirewallException {
        check();
        forced.add(force);
        List<Block> removed =
                blocks.stream().filter(block -> ids.contains(block.id())).toList();
        blocks.removeAll(removed);
        return removed;
    }

    @Override
    public List<Block> heal() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Subscription watch(FirewallListener listener) {
        listener.changed(List.of());
        return () -> {
            // Nothing changes.
        };
    }

    private void check() throws FirewallException {
        if (failure != null) {
            throw failure;
        }
    }

    /** Creates one that changes nothing. */
    public record Backend(Availability availability) implements FirewallBackend {

        @Override
        public String name() {
            return "nftables";
        }

        @Override
        public boolean isAutomatic() {
            return true;
        }

        @Override
        public Set<Capability> capabilities() {
            return Set.of();
        }

        @Override
        public List<AppliedRule> list() {
            return List.of();
        }

        @Override
        public List<PlannedCommand> plan(Change change) {
            return List.of();
        }

        @Override
        public void apply(Change change) {
            throw new UnsupportedOperationException();
        }
    }
}
