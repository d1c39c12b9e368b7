// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.elevation;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.OperatingSystem;
import org.portio.firewall.internal.system.Rights;
import org.portio.firewall.internal.system.SystemPrograms;

/**
 * The facts that decide how to get privileges.
 *
 * @param installed whether there is a program of this name
 * @param terminal whether this process has a terminal where a password can be asked for
 * @param root of the file system
 */
public record ElevationHost(
        Map<String, String> environment, String os, Predicate<String> installed, BooleanSupplier terminal, Path root) {

    /** Returns that of this process. */
    public static ElevationHost ofSystem() {
        Map<String, String> environment = System.getenv();
        return new ElevationHost(
                environment,
                OperatingSystem.name(),
                program -> SystemPrograms.isInstalled(environment.getOrDefault("PATH", ""), program),
                ElevationHost::opensTerminal,
                Path.of("/"));
    }

    public boolean isWindows() {
        return os.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    /** Returns whether a window that asks for a password would be seen. */
    public boolean isGraphical() {
        return Stream.of("DISPLAY", "WAYLAND_DISPLAY")
                .anyMatch(name -> !environment.getOrDefault(name, "").isBlank());
    }

    /** Returns the program that asks for passwords in a window, whether the user has named it or the system has one. */
    public Optional<Path> askpass() {
        return namedAskpass().or(() -> Askpass.ofSystem(root));
    }

    /** Returns the one that the user has named to sudo. */
    public Optional<Path> namedAskpass() {
        return Askpass.named(environment);
    }

    public boolean isInstalled(String program) {
        return installed.test(program);
    }

    public boolean hasTerminal() {
        return terminal.getAsBoolean();
    }

    public static boolean isRoot() {
        return Rights.isRoot();
    }

    /** Starts the programs of this machine. */
    public static CommandRunner commandRunner() {
        return SystemPrograms.ofSystem();
    }

    /** sudo asks there, wherever the standard streams go. */
    private static boolean opensTerminal() {
        try (InputStream _ = new FileInputStream("/dev/tty")) {
            return true;
        } catch (IOException _) {
            return false;
        }
    }
}
