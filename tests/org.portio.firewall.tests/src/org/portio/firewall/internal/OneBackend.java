// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.util.List;
import java.util.Optional;
import org.portio.firewall.FirewallException;
import org.portio.firewall.internal.selection.Backends;
import org.portio.firewall.spi.FirewallBackend;

/**
 * Backends without a choice.
 *
 * @param first makes new blocks
 * @param others made the blocks that there are
 */
record OneBackend(Choice first, List<FirewallBackend> others) implements Backends {

    /** Returns the one that makes new blocks. */
    @FunctionalInterface
    interface Choice {
        FirewallBackend get() throws FirewallException;
    }

    static Backends of(FirewallBackend first, FirewallBackend... others) {
        return new OneBackend(() -> first, List.of(others));
    }

    static Backends by(Choice first) {
        return new OneBackend(first, List.of());
    }

    @Override
    public Chosen chosen() throws FirewallException {
        FirewallBackend backend = first.get();
        return new Chosen(backend, backend.availability());
    }

    @Override
    public Optional<FirewallBackend> named(String name) {
        return others.stream().filter(backend -> backend.name().equals(name)).findFirst();
    }

    @Override
    public List<FirewallBackend> atHand() {
        return others;
    }
}
