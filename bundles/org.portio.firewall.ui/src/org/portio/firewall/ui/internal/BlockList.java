// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.system.Contribution;
import org.portio.core.system.SetAside;
import org.portio.firewall.BackendInfo;
import org.portio.firewall.Block;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import org.portio.firewall.Outlook;
import org.portio.firewall.SystemRules;

/**
 * The blocks as the firewall told last, for all that show them: the view, the column of the connections, their menu. It
 * asks in a job of its own, and only when somebody looks.
 */
@Component(service = BlockList.class)
public final class BlockList {

    private static final Duration KEPT = Duration.ofSeconds(5);
    /** Missing rights are remembered longer, because they rarely change within a minute. */
    private static final Duration KEPT_FAILURE = Duration.ofSeconds(60);

    private static final Duration LIMIT_OF_RULES = Duration.ofSeconds(20);
    private static final Contribution<SystemRules> NO_RULES = new Contribution<>(() -> Outlook.UNKNOWN, 0);

    private final List<Consumer<FirewallState>> listeners = new CopyOnWriteArrayList<>();
    private final Job refresh = Job.createSystem("Ask the firewall", (ICoreRunnable) _ -> refresh());
    private volatile FirewallState state = FirewallState.UNKNOWN;
    private volatile Firewall firewall;
    private volatile Contribution<SystemRules> rules = NO_RULES;
    private volatile long dueNanos = System.nanoTime();

    /** Returns that of the workbench; one without a firewall where services do not work. */
    public static BlockList of(IServiceLocator services) {
        return Objects.requireNonNullElseGet(services.getService(BlockList.class), BlockList::new);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setFirewall(Firewall found) {
        firewall = found;
        dueNanos = System.nanoTime();
        change(_ -> FirewallState.UNKNOWN);
    }

    void unsetFirewall(Firewall gone) {
        if (firewall == gone) {
            firewall = null;
            change(_ -> FirewallState.UNKNOWN);
        }
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setRules(SystemRules found) {
        rules = new Contribution<>(found, 0);
    }

    void unsetRules(SystemRules gone) {
        if (rules.service() == gone) {
            rules = NO_RULES;
        }
    }

    public Firewall firewall() throws FirewallException {
        Firewall current = firewall;
        if (current == null) {
            throw new FirewallException(FirewallException.Kind.UNSUPPORTED, Messages.BlockList_noFirewall);
        }
        return current;
    }

    public FirewallState state() {
        return state;
    }

    /** Returns what is known, at once; if that is old, the firewall is asked, and listeners are told of its answer. */
    public List<Block> blocks() {
        return latest().blocks();
    }

    /** Returns the same, with all else that is known. */
    public FirewallState latest() {
        if (System.nanoTime() - dueNanos >= 0) {
            dueNanos = System.nanoTime() + KEPT.toNanos();
            refresh.schedule();
        }
        return state;
    }

    /** Asks the firewall in a job. */
    public void refreshLater() {
        refresh.schedule();
    }

    /** Asks the firewall: not for the UI thread. */
    public void refresh() {
        Duration kept = KEPT;
        Outlook outlook = rules.ask(LIMIT_OF_RULES, SystemRules::outlook).or(Outlook.UNKNOWN);
        try {
            Firewall current = firewall();
            BackendInfo backend = current.backend();
            change(known -> known.withBackend(backend).withOutlook(outlook));
            changed(current.blocks());
        } catch (FirewallException e) {
            kept = KEPT_FAILURE;
            change(known -> known.withOutlook(outlook));
            failed(e);
        }
        tellOfDamage();
        dueNanos = System.nanoTime() + kept.toNanos();
    }

    /** After the firewall was asked: it finds damage only when it reads its files. */
    private void tellOfDamage() {
        Firewall current = firewall;
        List<SetAside> damage = current == null
                ? List.of()
                : current.damage().stream().filter(SetAside::isRecent).toList();
        if (!damage.equals(state.damage())) {
            change(known -> known.withDamage(damage));
        }
    }

    /** To be told what the firewall told. */
    public void changed(List<Block> blocks) {
        change(known -> known.withBlocks(blocks));
    }

    /** Logs the first failure of a row only: the next is a moment away. To have no rights, or no firewall, is nothing to be logged. */
    void failed(FirewallException failure) {
        if (!failure.isExpected() && state.failure() == null && firewall != null) {
            ILog.of(BlockList.class).error(failure.getMessage(), failure);
        }
        change(known -> known.withFailure(failure));
    }

    /** One change after the other: the watch of the firewall tells of blocks while a refresh finds out the rest. */
    private void change(UnaryOperator<FirewallState> change) {
        FirewallState next;
        synchronized (listeners) {
            next = change.apply(state);
            state = next;
        }
        listeners.forEach(listener -> listener.accept(next));
    }

    /** Tells each change, on any thread, until the result is run. */
    public Runnable onChange(Consumer<FirewallState> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
