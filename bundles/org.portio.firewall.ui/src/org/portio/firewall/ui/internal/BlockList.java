// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import org.eclipse.core.runtime.ILog;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.system.Contribution;
import org.portio.core.system.SetAside;
import org.portio.core.system.Subscription;
import org.portio.firewall.BackendInfo;
import org.portio.firewall.Block;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import org.portio.firewall.FirewallListener;
import org.portio.firewall.Outlook;
import org.portio.firewall.SystemRules;
import org.portio.ui.list.WatchedList;

/**
 * The blocks as the firewall told them last, for all that show them: the view, the column of the connections, their menu. The
 * firewall is watched from the start of the workbench, so that what somebody else flushes is put back; it is asked for all
 * else by a job, and only if somebody looks.
 */
@Component(service = BlockList.class)
public final class BlockList extends WatchedList<Firewall, Block> implements FirewallListener {

    private static final Duration KEPT = Duration.ofSeconds(5);
    /** Rights that are not there now will hardly be there a moment later. */
    private static final Duration KEPT_FAILURE = Duration.ofSeconds(60);

    private static final Duration LIMIT_OF_RULES = Duration.ofSeconds(20);
    private static final Contribution<SystemRules> NO_RULES = new Contribution<>(() -> Outlook.UNKNOWN, 0);

    private volatile Contribution<SystemRules> rules = NO_RULES;
    private volatile Outlook outlook = Outlook.UNKNOWN;
    private volatile BackendInfo backend;
    private volatile String healed = "";
    private volatile long dueNanos = System.nanoTime();

    /** Returns that of the workbench; one without a firewall if services do not work. */
    public static BlockList of(IServiceLocator services) {
        return Objects.requireNonNullElseGet(services.getService(BlockList.class), BlockList::new);
    }

    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    void setFirewall(Firewall found) {
        backend = null;
        dueNanos = System.nanoTime();
        use(found);
    }

    void unsetFirewall(Firewall gone) {
        drop(gone);
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

    @Deactivate
    void end() {
        stopWatching();
    }

    public Firewall firewall() throws FirewallException {
        Firewall current = service();
        if (current == null) {
            throw new FirewallException(FirewallException.Kind.UNSUPPORTED, Messages.BlockList_noFirewall);
        }
        return current;
    }

    /** Returns the backend in use; null until the firewall was asked, and if it could not say. */
    public BackendInfo backend() {
        return backend;
    }

    /** Returns what all rules of the system together say. */
    public Outlook outlook() {
        return outlook;
    }

    /** Returns what is known, at once; if that is old, the firewall is asked, and listeners are told of its answer. */
    public List<Block> blocks() {
        if (System.nanoTime() - dueNanos >= 0) {
            dueNanos = System.nanoTime() + KEPT.toNanos();
            refreshLater();
        }
        return state().rows();
    }

    @Override
    protected List<Block> ask() throws FirewallException {
        Duration kept = KEPT_FAILURE;
        outlook = rules.ask(LIMIT_OF_RULES, SystemRules::outlook).or(Outlook.UNKNOWN);
        try {
            backend = firewall().backend();
            List<Block> blocks = firewall().blocks();
            kept = KEPT;
            return blocks;
        } finally {
            tell();
            dueNanos = System.nanoTime() + kept.toNanos();
        }
    }

    /** Tells of the backend, and of damage, which the firewall finds only when it reads its files. */
    private void tell() {
        Firewall current = service();
        List<SetAside> damage = current == null ? List.of() : current.damage();
        showNote(FirewallNote.of(
                backend, damage.stream().filter(SetAside::isRecent).toList(), healed));
    }

    @Override
    protected Subscription watch(Firewall source) {
        return source.watch(this);
    }

    @Override
    public void changed(List<Block> blocks) {
        showRows(blocks);
    }

    @Override
    public void healed(List<Block> blocks) {
        healed = FirewallNote.healed(blocks, LocalTime.now());
        ILog.of(BlockList.class).warn(healed);
        tell();
        refreshLater();
    }

    /** Ignores missing rights or a missing firewall, which the list reports itself when it is shown. */
    @Override
    public void failed(FirewallException failure) {
        if (!failure.isExpected()) {
            showFailure(failure);
        }
    }
}
