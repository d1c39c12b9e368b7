// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.ActionLog;
import org.portio.core.ExclusiveFile;
import org.portio.core.Places;
import org.portio.firewall.AppliedRule;
import org.portio.firewall.BackendChoice;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Change;
import org.portio.firewall.Expiry;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallBackend;
import org.portio.firewall.FirewallException;
import org.portio.firewall.FirewallListener;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.Rule;
import org.portio.firewall.RuleTag;
import org.portio.firewall.internal.JournalEntry.Phase;

/** Writes down what it is about to do, does it, and writes down that it is done. */
@Component
public final class JournaledFirewall implements Firewall {

    /** Chooses anew each time: rights and programs come and go. */
    @FunctionalInterface
    public interface BackendSupplier {
        FirewallBackend get() throws FirewallException;
    }

    /** A user may not be asked for a password only to look, and again and again. */
    private final BackendSupplier looking;

    private final BackendSupplier changing;
    private final Path folder;
    private final ActionLog log;
    private final Circumstances circumstances;

    /** Called by OSGi. */
    @Activate
    public JournaledFirewall(
            @Reference(policyOption = ReferencePolicyOption.GREEDY)
                    List<Map.Entry<Map<String, Object>, FirewallBackend>> backends,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    BackendChoice choice) {
        this(choice, FirewallFactory.byRanking(backends));
    }

    private JournaledFirewall(BackendChoice choice, List<FirewallBackend> backends) {
        this(
                FirewallFactory.automatic(backends, choice, null),
                FirewallFactory.automatic(backends, choice, FirewallFactory.elevationOfSystem()),
                Places.ofSystem());
    }

    /** With its files where this user's are. */
    JournaledFirewall(BackendSupplier looking, BackendSupplier changing, Places places) {
        this(looking, changing, places.data(), ActionLog.of(places), Circumstances.ofSystem());
    }

    /** With the journal and its lock in this folder. */
    JournaledFirewall(
            BackendSupplier looking,
            BackendSupplier changing,
            Path folder,
            ActionLog log,
            Circumstances circumstances) {
        this.looking = looking;
        this.changing = changing;
        this.folder = folder;
        this.log = log;
        this.circumstances = circumstances;
    }

    @Override
    public FirewallBackend backend() throws FirewallException {
        return looking.get();
    }

    @Override
    public List<Block> blocks() throws FirewallException {
        FirewallBackend backend = backend();
        try {
            return new BlockList(backend.name(), circumstances)
                    .of(Journal.read(file()).entries(), backend.list());
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public List<PlannedCommand> plan(BlockRequest request) throws FirewallException {
        return changing.get().plan(new Change(List.of(rule(tag(request), request)), List.of()));
    }

    @Override
    public Block block(BlockRequest request, boolean force) throws FirewallException {
        try (ExclusiveFile _ = ExclusiveFile.take(lockFile())) {
            Session session = open();
            session.settle();
            if (!force) {
                new Guard(circumstances).check(request, session.rules());
            }
            JournalEntry entry = entry(request, session.backend());
            session.replace(session.sameAs(request), entry, rule(entry.tag(), request));
            return new BlockList(session.backend().name(), circumstances).active(entry);
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public List<PlannedCommand> planUnblock(Collection<UUID> ids) throws FirewallException {
        FirewallBackend backend = changing.get();
        List<AppliedRule> rules = backend.list().stream()
                .filter(rule -> ids.contains(rule.tag().id()))
                .toList();
        return backend.plan(new Change(List.of(), rules));
    }

    @Override
    public List<Block> unblock(Collection<UUID> ids, boolean force) throws FirewallException {
        try (ExclusiveFile _ = ExclusiveFile.take(lockFile())) {
            Session session = open();
            session.settle();
            if (!force) {
                new Guard(circumstances).checkOwn(ids, session.rules());
            }
            List<Block> removed = new BlockList(session.backend().name(), circumstances)
                    .of(session.entries(), session.rules()).stream()
                            .filter(block -> ids.contains(block.id()))
                            .toList();
            session.remove(ids);
            return removed;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public List<Block> heal() throws FirewallException {
        return heal(changing);
    }

    /** The same, without asking anybody for rights that are not at hand. */
    List<Block> healUnasked() throws FirewallException {
        return heal(looking);
    }

    private List<Block> heal(BackendSupplier backend) throws FirewallException {
        try (ExclusiveFile _ = ExclusiveFile.take(lockFile())) {
            Session session = open(backend);
            session.settle();
            List<JournalEntry> missing = session.missing();
            session.putBack(missing, this::rule);
            BlockList list = new BlockList(session.backend().name(), circumstances);
            return missing.stream().map(list::active).toList();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    @Override
    public AutoCloseable watch(FirewallListener listener) {
        Watcher watcher = new Watcher(this, listener);
        watcher.start();
        return watcher;
    }

    /** What is written down. */
    List<JournalEntry> entries() throws FirewallException {
        try {
            return Journal.read(file()).entries();
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    /** Whether something of this backend that is written down is over, or is neither done nor undone. */
    boolean isUnsettled() throws FirewallException {
        Instant now = circumstances.clock().instant();
        List<JournalEntry> unsettled = entries().stream()
                .filter(entry -> entry.phase() != Phase.ACTIVE || entry.isOver(now, circumstances.boot()))
                .toList();
        String backend = unsettled.isEmpty() ? "" : backend().name();
        return unsettled.stream().anyMatch(entry -> entry.backend().equals(backend));
    }

    private Session open() throws IOException, FirewallException {
        return open(changing);
    }

    private Session open(BackendSupplier backend) throws IOException, FirewallException {
        return new Session(backend.get(), Journal.read(file()), log, circumstances);
    }

    private JournalEntry entry(BlockRequest request, FirewallBackend backend) {
        Instant now = circumstances.clock().instant();
        Duration duration = request.expiry().duration();
        return new JournalEntry(
                Phase.ADDING,
                tag(request),
                request,
                backend.name(),
                now,
                duration == null ? null : now.plus(duration),
                circumstances.boot(),
                new JsonObject());
    }

    private RuleTag tag(BlockRequest request) {
        return new RuleTag(
                UUID.randomUUID(), circumstances.user(), request.protocol(), request.ports(), request.direction());
    }

    private Rule rule(JournalEntry entry) {
        Duration left = entry.until() == null
                ? null
                : Duration.between(circumstances.clock().instant(), entry.until());
        return new Rule(entry.tag(), entry.request(), left);
    }

    private static Rule rule(RuleTag tag, BlockRequest request) {
        Expiry expiry = request.expiry();
        return new Rule(tag, request, expiry.duration());
    }

    private Path file() {
        return folder.resolve("firewall_journal.json");
    }

    private Path lockFile() {
        return folder.resolve("firewall_journal.lock");
    }

    private static FirewallException unreadable(IOException e) {
        return new FirewallException(
                FirewallException.Kind.FAILED, "the journal of blocks cannot be used: " + e.getMessage(), e);
    }
}
