// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import java.time.LocalTime;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.firewall.Block;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import org.portio.firewall.FirewallListener;

/**
 * Watches the firewall as long as the workbench runs, whether or not a view shows it: what somebody else flushes is put
 * back. What it sees comes to the {@link BlockList}, what it has put back also into the log.
 */
@Component(service = FirewallWatch.class)
public final class FirewallWatch implements FirewallListener {

    private final BlockList list;
    private final List<Consumer<String>> listeners = new CopyOnWriteArrayList<>();
    private Firewall watched;
    private AutoCloseable watch;
    private volatile String healed = "";

    @Activate
    public FirewallWatch(@Reference BlockList list) {
        this.list = list;
    }

    /** Begins, if that has not been done; nothing happens where services do not work. */
    public static FirewallWatch of(IServiceLocator services) {
        FirewallWatch watch = services.getService(FirewallWatch.class);
        return watch == null ? new FirewallWatch(BlockList.of(services)) : watch;
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    synchronized void setFirewall(Firewall found) {
        end();
        watched = found;
        watch = found.watch(this);
    }

    synchronized void unsetFirewall(Firewall gone) {
        if (watched == gone) {
            end();
        }
    }

    @Deactivate
    synchronized void end() {
        AutoCloseable ended = watch;
        watch = null;
        watched = null;
        if (ended != null) {
            try {
                ended.close();
            } catch (Exception e) {
                ILog.of(FirewallWatch.class).error(Messages.FirewallWatch_notEnded, e);
            }
        }
    }

    /** Returns what was put back last, as a sentence with its time; empty if nothing was. */
    public String healed() {
        return healed;
    }

    /** Tells {@link #healed} when it changes, on any thread, until the result is run. */
    public Runnable onHealed(Consumer<String> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    @Override
    public void changed(List<Block> blocks) {
        list.changed(blocks);
    }

    @Override
    public void healed(List<Block> blocks) {
        healed = FirewallNote.healed(blocks, LocalTime.now());
        ILog.of(FirewallWatch.class).warn(healed);
        list.refreshLater();
        listeners.forEach(listener -> listener.accept(healed));
    }

    /** That there are no rights, or no firewall, the list finds out by itself when somebody looks. */
    @Override
    public void failed(FirewallException failure) {
        if (!failure.isExpected()) {
            list.failed(failure);
        }
    }
}
