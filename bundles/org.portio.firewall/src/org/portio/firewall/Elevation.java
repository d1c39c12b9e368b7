// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.portio.core.CommandRunner;
import org.portio.firewall.internal.ElevationHost;
import org.portio.firewall.internal.HelperBackend;

/**
 * How a user without privileges comes to the system's firewall: not PortIO is started with them, but only its helper, for
 * each step that needs them, through pkexec in a graphical session and sudo elsewhere. A user with privileges, root or one
 * with CAP_NET_ADMIN, is not asked for any.
 */
public final class Elevation {

    /** What the command line calls the helper. */
    public static final String HELPER = "firewall-helper";

    /** Somebody has to find the password, and may mistype it. */
    private static final Duration WITH_PASSWORD = Duration.ofMinutes(5);

    private static final Duration WITHOUT_PASSWORD = Duration.ofMinutes(1);

    private final ElevationHost host;
    private final CommandRunner runner;
    private final Path program;

    Elevation(ElevationHost host, CommandRunner runner, Path program) {
        this.host = host;
        this.runner = runner;
        this.program = program;
    }

    /**
     * That of this machine and this session. Root has no more to come by.
     *
     * @param program PortIO's command line, which has the helper; null where it is not known, and nothing is elevated
     */
    public static Elevation ofSystem(Path program) {
        Path helper = ElevationHost.isRoot() ? null : program;
        return new Elevation(ElevationHost.ofSystem(), ElevationHost.commandRunner(), helper);
    }

    /** The backend, which lacks nothing but the permission, used through the helper; itself where there is no way to do so. */
    public FirewallBackend over(FirewallBackend denied) {
        return prefix().map(prefix -> elevated(denied, prefix)).orElse(denied);
    }

    private FirewallBackend elevated(FirewallBackend backend, List<String> prefix) {
        boolean asks = !prefix.contains("-n");
        return new HelperBackend(backend, prefix, runner, asks ? WITH_PASSWORD : WITHOUT_PASSWORD);
    }

    /** Without a terminal sudo asks through the program of SUDO_ASKPASS; without either it would wait or complain. */
    private List<String> sudo() {
        if (host.hasTerminal()) {
            return List.of("sudo", "--");
        }
        return host.isGraphical() && host.hasAskpass() ? List.of("sudo", "-A", "--") : List.of("sudo", "-n", "--");
    }

    /** The command that runs the helper with privileges. Windows has none that passes standard input on. */
    Optional<List<String>> prefix() {
        List<String> command = new ArrayList<>();
        if (program == null || host.isWindows()) {
            return Optional.empty();
        }
        if (host.isGraphical() && host.isInstalled("pkexec")) {
            command.add("pkexec");
        } else if (host.isInstalled("sudo")) {
            command.addAll(sudo());
        } else {
            return Optional.empty();
        }
        command.addAll(List.of(program.toString(), HELPER));
        return Optional.of(command);
    }
}
