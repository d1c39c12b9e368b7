// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.portio.firewall.FirewallBackend;
import org.portio.firewall.FirewallException;

/** Those of a selection; for one command each is asked once whether it works, since that starts programs. */
final class SelectedBackends implements Backends {

    private final BackendSelection selection;
    private final Supplier<String> name;
    private final boolean once;
    private final Map<String, Optional<FirewallBackend>> found = new HashMap<>();
    private Chosen chosen;

    /**
     * Over a selection.
     *
     * @param name of the one for new blocks; gives null for the best one
     * @param once whether what was found at first counts for good
     */
    SelectedBackends(BackendSelection selection, Supplier<String> name, boolean once) {
        this.selection = selection;
        this.name = name;
        this.once = once;
    }

    @Override
    public synchronized Chosen chosen() throws FirewallException {
        if (chosen == null || !once) {
            chosen = selection.choose(name.get());
        }
        return chosen;
    }

    @Override
    public synchronized Optional<FirewallBackend> named(String backend) {
        return once ? found.computeIfAbsent(backend, selection::find) : selection.find(backend);
    }

    @Override
    public List<FirewallBackend> atHand() {
        return selection.suspects();
    }
}
