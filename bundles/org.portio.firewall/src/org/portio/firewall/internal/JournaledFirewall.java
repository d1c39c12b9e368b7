// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.ActionLog;
import org.portio.core.system.ExclusiveFile;
import org.portio.core.system.Places;
import org.portio.core.system.SetAside;
import org.portio.core.system.Subscription;
import org.portio.firewall.BackendChoice;
import org.portio.firewall.BackendInfo;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import org.portio.firewall.FirewallListener;
import org.portio.firewall.PasswordPrompt;
import org.portio.firewall.PlannedCommand;
import org.portio.firewall.Standing;
import org.portio.firewall.internal.Scene.Shown;
import org.portio.firewall.internal.journal.Journal;
import org.portio.firewall.internal.journal.JournalEntry;
import org.portio.firewall.internal.safety.Circumstances;
import org.portio.firewall.internal.safety.Guard;
import org.portio.firewall.internal.selection.Backends;
import org.portio.firewall.internal.selection.BuiltInBackends;
import org.portio.firewall.spi.AppliedRule;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.firewall.spi.Rule;
import org.portio.firewall.spi.RuleTag;
import org.portio.json.JsonObject;

/** Writes down what it is about to do, does it, and writes down that it is done. */
@Component
public final class JournaledFirewall implements Firewall {

    private final Access access;
    private final Path folder;
    private final ActionLog log;
    private final Circumstances circumstances;

    /** Called by OSGi, with the backends of other bundles. */
    @Activate
    public JournaledFirewall(
            @Reference(policyOption = ReferencePolicyOption.GREEDY)
                    List<Map.Entry<Map<String, Object>, FirewallBackend>> backends,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    BackendChoice choice,
            @Reference(cardinality = ReferenceCardinality.OPTIONAL, policyOption = ReferencePolicyOption.GREEDY)
                    PasswordPrompt prompt) {
        this(
                Access.inWindow(BuiltInBackends.withContributed(backends), choice, prompt),
                Places.ofSystem().data(),
                ActionLog.of(Places.ofSystem()),
                Circumstances.ofSystem());
    }

    /** Creates one with the journal and its lock in this folder. */
    public JournaledFirewall(
            Backends looking, Backends changing, Path folder, ActionLog log, Circumstances circumstances) {
        this(new Access(looking, changing, changing), folder, log, circumstances);
    }

    /** Returns one over these backends, with its files among this user's. */
    public static JournaledFirewall of(Backends backends, Places places) {
        return new JournaledFirewall(backends, backends, places.data(), ActionLog.of(places), Circumstances.ofSystem());
    }

    private JournaledFirewall(Access access, Path folder, ActionLog log, Circumstances circumstances) {
        this.access = access;
        this.folder = folder;
        this.log = log;
        this.circumstances = circumstances;
    }

    @Override
    public BackendInfo backend() throws FirewallException {
        return access.looking().chosen().info();
    }

    @Override
    public List<Block> blocks() throws FirewallException {
        try {
            return glance(true).blocks();
        } catch (FirewallException e) {
            // A user who may not look still knows what is in the journal, and can ask somebody with the rights to undo
            // it.
            List<Block> written =
                    e.kind() == Kind.PERMISSION ? new BlockList(circumstances).unverified(entries()) : List.of();
            if (written.isEmpty()) {
                throw e;
            }
            return written;
        }
    }

    /** Looks once, and also reports whether something must be healed. */
    Glance glance(boolean everywhere) throws FirewallException {
        Journal journal = journal();
        Scene scene = look(access.looking(), journal.entries(), everywhere);
        return new Glance(
                new BlockList(circumstances).of(journal.entries(), scene),
                new Session(scene, journal, log, circumstances).isUnsettled());
    }

    @Override
    public Standing standing() throws FirewallException {
        Glance seen = glance(true);
        if (!seen.unsettled()) {
            return new Standing(seen.blocks(), List.of(), null);
        }
        try {
            List<Block> healed = heal(access.looking());
            return new Standing(blocks(), healed, null);
        } catch (FirewallException e) {
            return new Standing(seen.blocks(), List.of(), e);
        }
    }

    private Scene look(Backends backends, List<JournalEntry> entries, boolean everywhere) throws FirewallException {
        return Scene.look(
                backends, Scene.names(entries.stream().filter(entry -> !circumstances.isElsewhere(entry))), everywhere);
    }

    @Override
    public List<PlannedCommand> plan(BlockRequest request) throws FirewallException {
        Journal journal = journal();
        Scene scene = look(access.planning(), journal.entries(), false);
        List<UUID> earlier = new Session(scene, journal, log, circumstances)
                .sameAs(request).stream().map(entry -> entry.tag().id()).toList();
        return scene.planReplacement(
                new Rule(tag(request), request, request.expiry().duration()), scene.find(earlier));
    }

    @Override
    public Block block(BlockRequest request, boolean force) throws FirewallException {
        // Without rights nothing is written, either.
        access.changing().chosen().permitted();
        try (ExclusiveFile _ = ExclusiveFile.take(lockFile())) {
            Session session = open(access.changing(), false);
            if (!force) {
                Guard.of(circumstances).check(request, rules(session.scene().shown()));
            }
            session.settle();
            List<JournalEntry> earlier = session.sameAs(request);
            Optional<JournalEntry> standing = Session.notOf(request.run(), earlier);
            if (standing.isPresent()) {
                session.putBack(session.missing(), this::rule);
                return new BlockList(circumstances).active(standing.get());
            }
            JournalEntry entry = entry(request, session.scene().chosen());
            List<JournalEntry> missing = new ArrayList<>(session.missing());
            missing.removeAll(earlier);
            session.replace(earlier, entry, rule(entry), force);
            session.putBack(missing, this::rule);
            return new BlockList(circumstances).active(entry);
        } catch (IOException e) {
            throw Journal.unreadable(e);
        }
    }

    @Override
    public List<PlannedCommand> planUnblock(Collection<UUID> ids) throws FirewallException {
        Scene scene = look(access.planning(), entries(), true);
        return scene.planRemoval(scene.find(ids));
    }

    @Override
    public List<Block> unblock(Collection<UUID> ids, boolean force) throws FirewallException {
        try (ExclusiveFile _ = ExclusiveFile.take(lockFile())) {
            Session session = open(access.changing(), true);
            if (!force) {
                Guard.of(circumstances).checkOwn(rules(session.scene().find(ids)));
                session.checkReach(ids);
            }
            session.settle();
            List<Block> removed = new BlockList(circumstances)
                    .of(session.entries(), session.scene()).stream()
                            .filter(block -> ids.contains(block.id()))
                            .toList();
            session.remove(ids);
            session.putBack(session.missing(), this::rule);
            return removed;
        } catch (IOException e) {
            throw Journal.unreadable(e);
        }
    }

    private static List<AppliedRule> rules(List<Shown> shown) {
        return shown.stream().map(Shown::rule).toList();
    }

    @Override
    public List<Block> heal() throws FirewallException {
        return heal(access.changing());
    }

    /** Returns the same, without asking anybody for missing rights. */
    List<Block> healUnasked() throws FirewallException {
        return heal(access.looking());
    }

    private List<Block> heal(Backends backends) throws FirewallException {
        try (ExclusiveFile _ = ExclusiveFile.take(lockFile())) {
            Session session = open(backends, false);
            session.settle();
            List<JournalEntry> missing = session.missing();
            session.putBack(missing, this::rule);
            BlockList list = new BlockList(circumstances);
            return missing.stream().map(list::active).toList();
        } catch (IOException e) {
            throw Journal.unreadable(e);
        }
    }

    @Override
    public List<SetAside> damage() {
        return SetAside.of(file());
    }

    @Override
    public Subscription watch(FirewallListener listener) {
        return Watcher.start(this, listener);
    }

    /** Returns what is written down. */
    List<JournalEntry> entries() throws FirewallException {
        return journal().entries();
    }

    private Journal journal() throws FirewallException {
        try {
            return Journal.read(file());
        } catch (IOException e) {
            throw Journal.unreadable(e);
        }
    }

    /** Returns whether anything is written down that this network may have. */
    boolean hasEntriesHere() throws FirewallException {
        return entries().stream().anyMatch(entry -> !circumstances.isElsewhere(entry));
    }

    private Session open(Backends backends, boolean everywhere) throws IOException, FirewallException {
        Journal journal = Journal.read(file());
        return new Session(look(backends, journal.entries(), everywhere), journal, log, circumstances);
    }

    private JournalEntry entry(BlockRequest request, FirewallBackend backend) {
        Instant now = circumstances.clock().instant();
        Duration duration = request.expiry().duration();
        return new JournalEntry(
                JournalEntry.Phase.ADDING,
                tag(request),
                request,
                backend.name(),
                now,
                duration == null ? null : now.plus(duration),
                circumstances.place(),
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

    private Path file() {
        return folder.resolve("firewall_journal.json");
    }

    private Path lockFile() {
        return folder.resolve("firewall_journal.lock");
    }
}
