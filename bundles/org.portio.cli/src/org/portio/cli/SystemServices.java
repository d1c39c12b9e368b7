// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.portio.cli.command.CommandFailure;
import org.portio.cli.command.ExitCode;
import org.portio.cli.command.RunContext;
import org.portio.cli.extension.ExtensionServices;
import org.portio.cli.feed.FeedCompanion;
import org.portio.cli.reservation.KeptSocketsAtHand;
import org.portio.cli.start.Installation;
import org.portio.core.ConnectionMonitor;
import org.portio.core.diagnosis.Diagnoser;
import org.portio.core.diagnosis.FindingProvider;
import org.portio.core.insight.InsightRule;
import org.portio.core.insight.Insights;
import org.portio.core.linux.LinuxConnectionSource;
import org.portio.core.notice.Baseline;
import org.portio.core.oshi.OshiConnectionSource;
import org.portio.core.port.PortProbe;
import org.portio.core.port.ServiceNames;
import org.portio.core.process.ProcessEnder;
import org.portio.core.process.Processes;
import org.portio.core.process.SparedProcess;
import org.portio.core.system.ActionLog;
import org.portio.core.system.NoHomeException;
import org.portio.core.system.Places;
import org.portio.core.system.SetAside;
import org.portio.export.SnapshotExporters;
import org.portio.extension.ExtensionFolders;
import org.portio.extension.Extensions;
import org.portio.feed.FeedControl;
import org.portio.feed.FeedKeys;
import org.portio.feed.FeedSwitch;
import org.portio.firewall.Firewall;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.firewall.wiring.Firewalls;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.keeper.KeeperInstallation;
import org.portio.keeper.Keepers;
import org.portio.record.Histories;
import org.portio.record.History;
import org.portio.record.HistoryState;
import org.portio.record.HistorySwitch;
import org.portio.record.HistoryTail;
import org.portio.record.RecordException;
import org.portio.reservation.PortRun;

/** Wires by hand what Declarative Services wire in the workbench. */
public class SystemServices extends MachineServices {

    private final LinuxConnectionSource linux = new LinuxConnectionSource();
    private Extensions extensions;
    private Processes processes;
    private List<FirewallBackend> backends;

    /** Prepares the monitor in the background: linking the kernel's calls takes as long as reading the arguments. */
    @Override
    public void prepareMonitor() {
        Thread.ofPlatform().daemon().name("portio-prepare").start(linux::isAvailable);
    }

    /**
     * Returns the monitor after Java has set up its addresses: the caller is about to wait for what is being prepared.
     */
    @Override
    public ConnectionMonitor monitor() {
        InetAddress.getLoopbackAddress();
        return ConnectionMonitor.over(
                hasExtensions()
                        ? new ExtensionServices(extensions()).sources(linux, new OshiConnectionSource())
                        : List.of(linux, new OshiConnectionSource()),
                new KeptSocketsAtHand(this::places),
                ActionLog.ofSystem());
    }

    @Override
    public PortProbe probe() {
        return PortProbe.ofSystem();
    }

    @Override
    public Processes processes() {
        if (processes == null) {
            processes =
                    Processes.ofSystem(hasExtensions() ? new ExtensionServices(extensions()).recognizers() : List.of());
        }
        return processes;
    }

    @Override
    public ProcessEnder ender() {
        return ProcessEnder.over(processes(), monitor(), spared()::refusal);
    }

    @Override
    public Diagnoser diagnoser() {
        List<FindingProvider> providers = new ArrayList<>();
        keeperAtHand().map(Keepers::findings).ifPresent(providers::add);
        providers.add(firewallFindings());
        if (hasExtensions()) {
            providers.addAll(new ExtensionServices(extensions()).findings());
        }
        return Diagnoser.over(monitor(), providers, spared());
    }

    @Override
    public Insights insights() {
        List<InsightRule> rules = new ArrayList<>();
        keeperAtHand().map(Keepers::insights).ifPresent(rules::add);
        rules.add(Firewalls.insights());
        if (hasExtensions()) {
            rules.addAll(new ExtensionServices(extensions()).insightRules());
        }
        return Insights.over(rules);
    }

    private SparedProcess spared() {
        SparedProcess own = keeperAtHand().map(Keepers::spared).orElse(_ -> "");
        return hasExtensions() ? new ExtensionServices(extensions()).spared(own) : own;
    }

    /** A user without a place for files has no keeper: what only asks for one does without. */
    private Optional<Keeper> keeperAtHand() {
        try {
            return Optional.of(keeper());
        } catch (NoHomeException _) {
            return Optional.empty();
        }
    }

    @Override
    public ServiceNames serviceNames() {
        return ServiceNames.ofSystem();
    }

    @Override
    public SnapshotExporters exporters() {
        SnapshotExporters own = SnapshotExporters.builtIn();
        return hasExtensions() ? new ExtensionServices(extensions()).exporters(own) : own;
    }

    @Override
    public boolean hasExtensions() {
        return !ExtensionFolders.of(this::places, product()).areEmpty();
    }

    @Override
    public Path product() {
        return Installation.ofSystem().map(Installation::product).orElse(null);
    }

    @Override
    public Extensions extensions() {
        if (extensions == null) {
            extensions = Extensions.of(this::places, product(), user(), ExtensionServices.PROGRAM);
        }
        return extensions;
    }

    @Override
    public List<FirewallBackend> firewallBackends() {
        if (backends == null) {
            backends = hasExtensions()
                    ? Firewalls.backendsWith(new ExtensionServices(extensions()).backends())
                    : ownFirewallBackends();
        }
        return backends;
    }

    @Override
    public List<FirewallBackend> ownFirewallBackends() {
        return Firewalls.backendsOfSystem();
    }

    @Override
    public Firewall firewall(String backend) {
        Path program = Launcher.ofSystem().orElse(null);
        return Firewalls.over(firewallBackends(), backend, program, places());
    }

    @Override
    public Firewall firewallAtHand() {
        return Firewalls.atHand(firewallBackends(), places());
    }

    protected Places places() {
        return Places.ofSystem();
    }

    @Override
    public FindingProvider firewallFindings() {
        return Firewalls.findings();
    }

    @Override
    public Keeper keeper() {
        return Keepers.of(places(), Launcher.ofSystem().orElse(null), Version.ofBundle());
    }

    @Override
    public FeedKeys feedKeys() {
        return FeedKeys.in(places().config());
    }

    @Override
    public FeedControl feedControl(Consumer<SetAside> reports) {
        return FeedCompanion.control(keeper(), FeedSwitch.of(places(), reports));
    }

    @Override
    public void standInForProgram() throws IOException {
        PortRun.standIn();
    }

    @Override
    public int serveKeeper() throws KeeperException {
        return new KeeperServing(this, places()).run();
    }

    @Override
    public HistorySwitch historySwitch(Consumer<SetAside> reports) {
        return HistorySwitch.of(places(), reports);
    }

    @Override
    public KeeperInstallation keeperInstallation() {
        Path program = Launcher.ofSystem()
                .orElseThrow(() -> new CommandFailure(
                        ExitCode.CONFLICT,
                        "the system needs a program that it can start; run this with the"
                                + " installed 'portio' launcher"));
        return KeeperInstallation.ofSystem(program, places());
    }

    @Override
    public Path baseline() {
        return Baseline.file(places());
    }

    @Override
    public History history(Consumer<SetAside> reports) {
        return Histories.in(Histories.folder(places()), reports);
    }

    @Override
    public HistoryTail historyTail() throws RecordException {
        return Histories.follow(Histories.folder(places()));
    }

    @Override
    public HistoryState historyState() throws RecordException {
        return Histories.state(Histories.folder(places()));
    }

    @Override
    public RunContext runs() {
        return RunContext.of(places(), System.getenv());
    }
}
