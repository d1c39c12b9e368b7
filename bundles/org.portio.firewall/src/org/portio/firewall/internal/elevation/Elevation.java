// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.elevation;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.portio.core.system.CommandRunner;
import org.portio.firewall.PasswordPrompt;
import org.portio.firewall.spi.FirewallBackend;

/**
 * Gives a user without privileges access to the system's firewall: not PortIO is started with them, but only its
 * helper, for each step that needs them, through pkexec in a graphical session and sudo elsewhere. A user with
 * privileges, root or one with CAP_NET_ADMIN, is not asked for any.
 */
public final class Elevation {

    /** The helper's name as a command. */
    public static final String HELPER = "firewall-helper";

    /** Somebody has to find the password, and may mistype it. */
    private static final Duration WITH_PASSWORD = Duration.ofMinutes(5);

    private static final Duration WITHOUT_PASSWORD = Duration.ofMinutes(1);

    /** Polkit answers at once, or not at all: its service may be missing, or hang. */
    private static final Duration POLKIT = Duration.ofSeconds(5);

    /** Exit codes of pkcheck: the user has the right, or gets it by a password. */
    private static final Set<Integer> POLKIT_GRANTS = Set.of(0, 2);

    /** The means of asking for a password. */
    private enum Asking {
        /** Nobody: a question that nobody expects is worse than a refusal. */
        NOBODY,
        TERMINAL,
        WINDOW
    }

    private final ElevationHost host;
    private final CommandRunner runner;
    private final Path program;
    private final Asking asking;
    /** Null for none. */
    private final PasswordPrompt prompt;

    private Elevation(ElevationHost host, CommandRunner runner, Path program, Asking asking, PasswordPrompt prompt) {
        this.host = host;
        this.runner = runner;
        this.program = program;
        this.asking = asking;
        this.prompt = prompt;
    }

    /** Creates one for a command line on this host. */
    Elevation(ElevationHost host, CommandRunner runner, Path program) {
        this(host, runner, program, Asking.TERMINAL, null);
    }

    /**
     * Makes the one of a command on this machine and in this session. Root has no more to come by.
     *
     * @param program PortIO's command line, which has the helper; null if it is not known, and nothing is elevated
     */
    public static Elevation ofSystem(Path program) {
        Path helper = ElevationHost.isRoot() ? null : program;
        return new Elevation(ElevationHost.ofSystem(), ElevationHost.commandRunner(), helper);
    }

    /**
     * Returns the same for a program with windows: a terminal that it was started from is not asked in.
     *
     * @param asks for sudo's password if no program of the system does; null for nobody
     */
    public Elevation inWindow(PasswordPrompt asks) {
        return new Elevation(host, runner, program, Asking.WINDOW, asks);
    }

    /** Returns the same, with which nobody is asked for anything. */
    public Elevation unasked() {
        return new Elevation(host, runner, program, Asking.NOBODY, null);
    }

    /** Returns the backend, which lacks nothing but the permission, used through the helper; itself if there is no way to do so. */
    public FirewallBackend over(FirewallBackend denied) {
        List<Way> ways = ways();
        return ways.isEmpty() ? denied : new HelperBackend(denied, ways);
    }

    /** Returns how the helper is run with privileges, the best way first. Windows has none that passes standard input on. */
    List<Way> ways() {
        if (program == null || host.isWindows()) {
            return List.of();
        }
        List<Way> ways = new ArrayList<>();
        boolean sudo = host.isInstalled("sudo");
        if (asking != Asking.NOBODY && host.isGraphical() && isPolkitThere()) {
            // Without an agent in this session it asks in the terminal, or fails at once if it is told not to.
            boolean inTerminal = asking == Asking.TERMINAL && !sudo;
            ways.add(way(inTerminal ? List.of("pkexec") : List.of("pkexec", "--disable-internal-agent")));
        }
        if (sudo) {
            ways.add(sudo());
        }
        return ways;
    }

    private boolean isPolkitThere() {
        if (!host.isInstalled("pkexec") || !host.isInstalled("pkcheck")) {
            return false;
        }
        long pid = ProcessHandle.current().pid();
        List<String> question =
                List.of("pkcheck", "--action-id", "org.freedesktop.policykit.exec", "--process", Long.toString(pid));
        try {
            return POLKIT_GRANTS.contains(runner.run(question, "", POLKIT).exitCode());
        } catch (IOException _) {
            return false;
        }
    }

    /** Returns where nobody could be asked, sudo would wait or complain. */
    private Way sudo() {
        if (asking == Asking.TERMINAL && host.hasTerminal()) {
            return way(List.of("sudo", "--"));
        }
        Optional<Path> askpass = asking == Asking.NOBODY || !host.isGraphical()
                ? Optional.empty()
                : asking == Asking.WINDOW ? host.askpass() : host.namedAskpass();
        if (askpass.isPresent()) {
            return way(List.of("env", Askpass.VARIABLE + "=" + askpass.get(), "sudo", "-A", "--"));
        }
        return prompt == null
                ? new Way(helper(List.of("sudo", "-n", "--")), runner, WITHOUT_PASSWORD)
                : new Way(helper(AskedSudo.SUDO), new AskedSudo(prompt), WITH_PASSWORD);
    }

    private Way way(List<String> prefix) {
        return new Way(helper(prefix), runner, WITH_PASSWORD);
    }

    private List<String> helper(List<String> prefix) {
        return Stream.concat(prefix.stream(), Stream.of(program.toString(), HELPER))
                .toList();
    }
}
