// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.health;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.cli.command.Services;
import org.portio.cli.connection.UnseenNote;
import org.portio.cli.start.Installation;
import org.portio.cli.text.ServerText;
import org.portio.core.ConnectionException;
import org.portio.core.Obstacle;
import org.portio.core.Snapshot;
import org.portio.core.Unseen;
import org.portio.core.kernel.SystemSettings;
import org.portio.core.system.NoHomeException;
import org.portio.core.system.Places;
import org.portio.core.system.SetAside;
import org.portio.keeper.KeeperException;
import org.portio.keeper.KeeperStatus;
import org.portio.keeper.LostServer;
import org.portio.reservation.ReservationException;
import org.portio.trace.Door;

/** Reports what PortIO needs on this machine, and whether it is available. */
record HealthReport(Services services) {

    /**
     * One thing that was looked at.
     *
     * @param remedy what to do; empty if there is nothing
     */
    public record Result(boolean fine, String what, String text, String remedy) {}

    /** The privileges that root lacks, by the obstacle that results. */
    private static final Map<Obstacle, String> MISSING =
            Map.of(Obstacle.CAP_SYS_PTRACE, "CAP_SYS_PTRACE", Obstacle.CAP_DAC_READ_SEARCH, "CAP_DAC_READ_SEARCH");

    /** Fewer descriptors do not go far if many ports are held or many clients come. */
    private static final int FEW_DESCRIPTORS = 1024;

    List<Result> results() {
        List<Result> results = new ArrayList<>();
        installation(results);
        connections(results);
        settings(results);
        results.add(new DoorCheck(Door.availability(), services.user()).result());
        results.addAll(new ExtensionCheck(services).results());
        try {
            results.add(new StorageCheck(Places.ofSystem().data()).result());
            results.addAll(new FirewallCheck(services).results());
            results.add(keeper());
            lostServers(results);
            Stream.concat(services.keeper().setAside().stream(), services.firewallAtHand().damage().stream())
                    .map(HealthReport::damaged)
                    .forEach(results::add);
        } catch (NoHomeException e) {
            results.add(new Result(false, "files", e.getMessage(), ""));
        }
        return results;
    }

    private static void installation(List<Result> results) {
        Installation.ofSystem().map(Installation::damage).stream()
                .flatMap(List::stream)
                .map(damage -> new Result(false, "installation", damage.text(), Installation.REMEDY))
                .forEach(results::add);
    }

    private void connections(List<Result> results) {
        try {
            Snapshot snapshot = services.monitor().snapshot();
            results.add(source(snapshot));
            results.add(owners(snapshot));
            snapshot.limits().stream().map(HealthReport::limit).forEach(results::add);
        } catch (ConnectionException e) {
            results.add(new Result(false, "connections", e.getMessage(), ""));
        }
    }

    private static Result source(Snapshot snapshot) {
        boolean slow = "oshi".equals(snapshot.source()) && SystemSettings.areThere();
        return new Result(
                !slow,
                "connections",
                "read by the source '" + snapshot.source() + "'"
                        + (slow ? ", which is slower: netlink cannot be used here" : ""),
                slow ? "allow the system call socket(AF_NETLINK) in the sandbox that this runs in" : "");
    }

    /** Looks for hidden owners. A container never shows them; that is not a fault, and no right would change it. */
    private Result owners(Snapshot snapshot) {
        String user = "user " + services.user().name();
        if (snapshot.hiddenOwners() == 0) {
            return new Result(true, "rights", user + "; all socket owners are visible", "");
        }
        boolean outside = Set.of(Obstacle.PID_NAMESPACE).equals(snapshot.obstacles());
        return new Result(
                outside, "rights", user + "; " + snapshot.hiddenOwnersText(), remedyFor(snapshot.obstacles()));
    }

    private String remedyFor(Set<Obstacle> obstacles) {
        if (obstacles.contains(Obstacle.OTHER_USERS)) {
            return services.user().asRoot(services.program() + " list");
        }
        String missing = obstacles.stream()
                .filter(MISSING::containsKey)
                .sorted()
                .map(MISSING::get)
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            return "give the container or service " + missing + ", or run PortIO outside it";
        }
        return obstacles.contains(Obstacle.USER_NAMESPACE) || obstacles.contains(Obstacle.POLICY)
                ? "run PortIO outside any container or sandbox"
                : "";
    }

    /** Judges a limit of the snapshot: sockets that are counted are nothing amiss. */
    private static Result limit(Unseen unseen) {
        return unseen.kind() == Unseen.Kind.OTHER_PROTOCOLS
                ? new Result(unseen.count() >= 0, "connections", UnseenNote.of(unseen), "")
                : new Result(false, "connections", "not seen: " + unseen.what(), unseen.why());
    }

    private static void settings(List<Result> results) {
        if (SystemSettings.areThere() && !SystemSettings.areShown()) {
            results.add(new Result(
                    false,
                    "settings",
                    "cannot tell which ports need privileges and which are ephemeral: /proc/sys cannot be read",
                    "mount /proc without subset=pid"));
        }
        SystemSettings.value("net/ipv4/ip_unprivileged_port_start")
                .ifPresent(first ->
                        results.add(new Result(true, "ports", "ports below " + first + " need privileges", "")));
        SystemSettings.value("net/ipv4/ip_local_port_range")
                .ifPresent(range -> results.add(new Result(
                        true,
                        "ports",
                        "outgoing connections use " + range.replaceAll("\\s+", " to ")
                                + SystemSettings.value("net/ipv4/ip_local_reserved_ports")
                                        .map(kept -> ", except " + kept)
                                        .orElse(""),
                        "")));
        SystemSettings.openFilesLimit()
                .ifPresent(limit -> results.add(new Result(
                        limit > FEW_DESCRIPTORS,
                        "limits",
                        "a process may open " + limit + " files and sockets",
                        limit > FEW_DESCRIPTORS ? "" : "ulimit -n 65536")));
    }

    private Result keeper() {
        try {
            Optional<KeeperStatus> status = services.keeper().status();
            if (status.isPresent()) {
                return running(status.get());
            }
            int reservations = services.keeper().reservations().list().size();
            return new Result(
                    reservations == 0,
                    "keeper",
                    reservations == 0
                            ? "not running, and not needed"
                            : "not running, although " + reservations + " ports are reserved",
                    reservations == 0 ? "" : services.program() + " keeper install");
        } catch (KeeperException | ReservationException e) {
            return new Result(false, "keeper", e.getMessage(), "");
        }
    }

    private void lostServers(List<Result> results) {
        try {
            for (LostServer lost : services.keeper().lostServers()) {
                results.add(new Result(
                        false,
                        "servers",
                        ServerText.lost(lost),
                        services.program() + " " + lost.command(Instant.now())));
            }
        } catch (KeeperException e) {
            results.add(new Result(false, "servers", e.getMessage(), ""));
        }
    }

    static Result damaged(SetAside aside) {
        return new Result(false, "files", aside.text(), "take what you need from the copy, then delete it");
    }

    private Result running(KeeperStatus status) {
        if (!status.here()) {
            return new Result(
                    false,
                    "keeper",
                    "PID " + status.pid() + " is in another network namespace: its ports are not the ones here",
                    "PORTIO_HOME=DIRECTORY " + services.program() + " reserve ...");
        }
        boolean all = status.held() == status.reservations();
        return new Result(
                all,
                "keeper",
                "PID " + status.pid() + ", version " + status.version() + ", holds " + status.held() + " of "
                        + status.reservations() + " reserved ports, runs " + status.servers() + " servers",
                all ? "" : services.program() + " reservations");
    }
}
