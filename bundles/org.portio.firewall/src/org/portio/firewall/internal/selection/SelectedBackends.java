// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.selection;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.portio.firewall.BackendChoice;
import org.portio.firewall.FirewallException;
import org.portio.firewall.internal.elevation.Elevation;
import org.portio.firewall.spi.FirewallBackend;

/** The backends of a selection; for one command each is asked once whether it works, since that starts programs. */
public final class SelectedBackends implements Backends {

    private final BackendSelection selection;
    private final Supplier<String> name;
    private final boolean once;
    private final Map<String, Optional<FirewallBackend>> found = new HashMap<>();
    private Chosen chosen;

    /**
     * Creates one over a selection.
     *
     * @param name of the one for new blocks; gives null for the best one
     * @param once whether what was found at first counts for good
     */
    public SelectedBackends(BackendSelection selection, Supplier<String> name, boolean once) {
        this.selection = selection;
        this.name = name;
        this.once = once;
    }

    /**
     * Selects by the workbench's choice, asked again each time; without one, or if it is empty, takes the first that
     * works.
     *
     * @param choice null for none
     * @param elevation how to get rights if they are missing; null to look with the present ones
     */
    public static Backends automatic(List<FirewallBackend> backends, BackendChoice choice, Elevation elevation) {
        Supplier<String> name = () -> choice == null || choice.backend().isEmpty() ? null : choice.backend();
        return new SelectedBackends(new BackendSelection(backends, elevation), name, false);
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
