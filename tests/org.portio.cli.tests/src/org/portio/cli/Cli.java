// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.portio.cli.command.RunContext;
import org.portio.cli.feed.FeedCompanion;
import org.portio.core.ConnectionMonitor;
import org.portio.core.diagnosis.Diagnoser;
import org.portio.core.diagnosis.Diagnosis;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.FindingProvider;
import org.portio.core.insight.Insights;
import org.portio.core.port.PortProbe;
import org.portio.core.process.ProcessEnder;
import org.portio.core.process.Processes;
import org.portio.core.system.ActionLog;
import org.portio.core.system.Places;
import org.portio.core.system.SetAside;
import org.portio.export.SnapshotExporters;
import org.portio.extension.Extensions;
import org.portio.feed.FeedControl;
import org.portio.feed.FeedKeys;
import org.portio.feed.FeedSwitch;
import org.portio.firewall.Firewall;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.keeper.KeeperInstallation;
import org.portio.record.Histories;
import org.portio.record.History;
import org.portio.record.HistoryState;
import org.portio.record.HistorySwitch;
import org.portio.record.RecentHistory;
import org.portio.testing.FakeSource;
import org.portio.testing.ScratchActions;

/** The command line over made-up sockets. The probe answers for ports that the source does not show. */
public final class Cli extends FakeMachine {

    /** The result of a command. */
    public record Result(int code, String out, String err) {

        public List<String> lines() {
            return out.lines().toList();
        }
    }

    public final FakeSource source;
    private final ActionLog actions = ScratchActions.log();
    public PortProbe.Result probe = PortProbe.Result.FREE;
    public SnapshotExporters exporters = SnapshotExporters.builtIn();
    /** Extensions; null where a test does not need them. */
    public Extensions extensions;

    /** The directory of the installation; null where a test does not need it. */
    public Path product;

    /** The keys of the feed; null where a test does not need them. */
    public FeedKeys feedKeys;

    public boolean colours;
    public boolean standsIn;
    public final FakeFirewall firewall = new FakeFirewall();
    public List<FirewallBackend> backends = List.of(firewall.backend);
    public final FakeKeeper keeper = new FakeKeeper();
    public int served;
    /** The way to have the system start the keeper; null if a test does not need it. */
    public KeeperInstallation installation;

    /** Backends that were asked for; null for the automatic one. */
    public final List<String> chosenBackends = new ArrayList<>();
    /** The answer to a question; null if there is no terminal to ask on. */
    public String answer;

    public final StringBuilder asked = new StringBuilder();

    public String input = "";
    public final RecentHistory history = Histories.inMemory(Duration.ofDays(365));
    public HistoryState historyState = new HistoryState(Path.of("/state/history"), false, null, 0, 0, 0);
    /** The folder whose switch says whether the past is recorded; it need not exist. */
    public Path switches = Path.of("/nowhere");
    /** The file of the baseline; it need not exist. */
    public Path baseline = Path.of("/nowhere/baseline.json");

    /** The folder of test runs; it need not exist. */
    public Path runs = Path.of("/nowhere");
    /** The run that the command is part of; empty for none. */
    public String run = "";

    public final FakeProcesses processes = new FakeProcesses();
    public final FakeEnder ender = new FakeEnder();
    public Diagnosis diagnosis;
    public List<Finding> rules = List.of();
    /** The latest question, as {@code TCP 80 127.0.0.1}. */
    public String diagnosed;

    /** Creates one over the usual sockets. */
    public Cli() {
        this(Samples.machine());
    }

    public Cli(FakeSource source) {
        this.source = source;
    }

    public Result run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = new PortioCommand(this).run(new PrintWriter(out), new PrintWriter(err), args);
        return new Result(code, out.toString(), err.toString());
    }

    @Override
    public ConnectionMonitor monitor() {
        return ConnectionMonitor.over(List.of(source), actions);
    }

    @Override
    public PortProbe probe() {
        return (_, _, _, _) -> probe;
    }

    @Override
    public Processes processes() {
        return processes;
    }

    @Override
    public ProcessEnder ender() {
        return ender;
    }

    @Override
    public FindingProvider firewallFindings() {
        return _ -> rules;
    }

    @Override
    public Diagnoser diagnoser() {
        return (port, protocol, address) -> {
            diagnosed = protocol + " " + port + " " + address;
            return diagnosis;
        };
    }

    @Override
    public Insights insights() {
        return Insights.over(List.of());
    }

    @Override
    public SnapshotExporters exporters() {
        return exporters;
    }

    @Override
    public RunContext runs() {
        return RunContext.of(
                Places.of(Map.of("PORTIO_HOME", runs.toString()), "Linux", runs), Map.of("PORTIO_RUN", run));
    }

    @Override
    public FeedKeys feedKeys() {
        return feedKeys;
    }

    @Override
    public FeedControl feedControl(Consumer<SetAside> reports) {
        return FeedCompanion.control(
                keeper,
                FeedSwitch.of(Places.of(Map.of("PORTIO_HOME", switches.toString()), "Linux", switches), reports));
    }

    @Override
    public boolean hasExtensions() {
        return extensions != null;
    }

    @Override
    public Path product() {
        return product;
    }

    @Override
    public Extensions extensions() {
        return extensions;
    }

    @Override
    public List<FirewallBackend> firewallBackends() {
        return backends;
    }

    @Override
    public List<FirewallBackend> ownFirewallBackends() {
        return List.of(firewall.backend);
    }

    @Override
    public Firewall firewallAtHand() {
        return firewall;
    }

    @Override
    public Firewall firewall(String backend) {
        chosenBackends.add(backend);
        return firewall;
    }

    @Override
    public FakeKeeper keeper() {
        return keeper;
    }

    @Override
    public void standInForProgram() {
        standsIn = true;
    }

    @Override
    public int serveKeeper() {
        return served;
    }

    @Override
    public KeeperInstallation keeperInstallation() {
        return installation;
    }

    @Override
    public Path baseline() {
        return baseline;
    }

    @Override
    public History history(Consumer<SetAside> reports) {
        return history;
    }

    @Override
    public HistoryState historyState() {
        return historyState;
    }

    @Override
    public HistorySwitch historySwitch(Consumer<SetAside> reports) {
        return HistorySwitch.of(Places.of(Map.of("PORTIO_HOME", switches.toString()), "Linux", switches), reports);
    }

    @Override
    public boolean colours() {
        return colours;
    }

    @Override
    public boolean canAsk() {
        return answer != null;
    }

    @Override
    public String ask(String question) {
        asked.append(question);
        return "(closed)".equals(answer) ? null : answer;
    }

    @Override
    public InputStream input() {
        return new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8));
    }
}
