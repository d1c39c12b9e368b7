// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.portio.core.ConnectionMonitor;
import org.portio.core.diagnosis.Diagnoser;
import org.portio.core.diagnosis.FindingProvider;
import org.portio.core.insight.Insights;
import org.portio.core.port.PortProbe;
import org.portio.core.port.ServiceNames;
import org.portio.core.process.ProcessEnder;
import org.portio.core.process.Processes;
import org.portio.core.system.SetAside;
import org.portio.core.system.User;
import org.portio.export.SnapshotExporters;
import org.portio.extension.Extensions;
import org.portio.feed.FeedControl;
import org.portio.feed.FeedKeys;
import org.portio.firewall.Firewall;
import org.portio.firewall.spi.FirewallBackend;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.keeper.KeeperInstallation;
import org.portio.record.History;
import org.portio.record.HistoryState;
import org.portio.record.HistorySwitch;
import org.portio.record.HistoryTail;
import org.portio.record.RecordException;

/** The services that the commands use. Each is made when a command asks for it: {@code --help} needs none of them. */
public interface Services {

    /** Begins, on another thread, what the first question to {@link #monitor()} would wait for. */
    void prepareMonitor();

    ConnectionMonitor monitor();

    PortProbe probe();

    Processes processes();

    /** Ends processes; PortIO itself and what it runs in are spared. */
    ProcessEnder ender();

    /** Asks all of PortIO that may know why a port cannot be bound. */
    Diagnoser diagnoser();

    /** Asks all of PortIO what stands out among the sockets. */
    Insights insights();

    ServiceNames serviceNames();

    SnapshotExporters exporters();

    /** Returns whether there is an extension at all; one look at two folders. */
    boolean hasExtensions();

    /** Returns the extensions of this user and of the system. */
    Extensions extensions();

    /** Returns the directory of the installation; null if there is none, as where the classes are run from a build. */
    Path product();

    /** Returns all ways to the system's firewall, those of extensions too, used with the rights of this process. */
    List<FirewallBackend> firewallBackends();

    /** Returns PortIO's own ways to the system's firewall: all that may be loaded by a process that has the rights of another user. */
    List<FirewallBackend> ownFirewallBackends();

    /**
     * Returns the firewall, which gets the rights that it needs by itself if it can.
     *
     * @param backend name of the one to use; null for the best one
     */
    Firewall firewall(String backend);

    /** Returns the firewall with the rights of this process: nobody is asked for more. */
    Firewall firewallAtHand();

    /** Returns what the rules of the system's firewall say of a port, as far as this user may see them. */
    FindingProvider firewallFindings();

    /** Returns that of this user; it is started when something needs it. */
    Keeper keeper();

    /** Returns the test runs of this user, and the one that this process is in. */
    RunContext runs();

    /** Returns the keys of this user's feed. */
    FeedKeys feedKeys();

    /**
     * Returns what starts and stops the feed of this user's keeper.
     *
     * @param reports takes a damaged file that is set aside
     */
    FeedControl feedControl(Consumer<SetAside> reports);

    /** Makes this process pass on each signal that it gets to the program that it is about to run. */
    void standInForProgram() throws IOException;

    /** Serves as the keeper of this user until it is stopped, and returns the exit code. */
    int serveKeeper() throws KeeperException;

    /** Returns the installation that makes the system start the keeper of this user. */
    KeeperInstallation keeperInstallation();

    /** Returns the file that this user's baseline is kept in; it need not exist. */
    Path baseline();

    /**
     * Returns the past that was recorded for this user.
     *
     * @param reports takes each damaged file that is set aside
     */
    History history(Consumer<SetAside> reports);

    /** Begins to follow what is recorded for this user from now on. */
    HistoryTail historyTail() throws RecordException;

    /** Returns the state of what was recorded for this user. */
    HistoryState historyState() throws RecordException;

    /** Returns the switch that says whether the past is recorded. */
    HistorySwitch historySwitch(Consumer<SetAside> reports);

    /** Returns who runs this, by the id that this user's blocks have. */
    User user();

    /** Returns whether there is a network namespace of this name for {@code ip netns}. */
    boolean knowsNamespace(String name);

    /** Returns how PortIO's command line is called from a shell of this machine. */
    String program();

    /** Returns whether the output is a terminal that wants colours. */
    boolean colours();

    /** Returns whether somebody can answer a question. */
    boolean canAsk();

    /** Asks and waits for the answer; null if the terminal is closed without one. */
    String ask(String question);

    /** Returns what another program passes to this one. */
    InputStream input();
}
