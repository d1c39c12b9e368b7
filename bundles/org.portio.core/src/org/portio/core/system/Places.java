// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * The directories of PortIO's files: the XDG base directories on Linux, {@code %APPDATA%} and {@code %LOCALAPPDATA%} on
 * Windows, {@code ~/Library/Application Support} on macOS; all below {@code PORTIO_HOME} if that is set. The
 * directories are named here, not made.
 *
 * @param config what the user chose
 * @param data what must not be lost, as reservations
 * @param state what may be lost but is good to keep, as logs and the layout of the workbench
 * @param cache what can be made again
 */
public record Places(Path config, Path data, Path state, Path cache) {

    /**
     * Returns those of the user who runs this.
     *
     * @throws NoHomeException if the home directory is needed and not known
     */
    public static Places ofSystem() {
        return of(System.getenv(), OperatingSystem.name(), Path.of(System.getProperty("user.home")));
    }

    /**
     * Returns those of a user with this environment and home directory, on the operating system of this name.
     *
     * @param home not absolute if the system does not know it
     * @throws NoHomeException if the home directory is needed and not known
     */
    public static Places of(Map<String, String> environment, String osName, Path home) {
        String portioHome = environment.getOrDefault("PORTIO_HOME", "");
        if (!portioHome.isBlank()) {
            return below(Path.of(portioHome).toAbsolutePath());
        }
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            return windows(environment, home);
        }
        return os.startsWith("mac")
                ? below(known(home).resolve("Library/Application Support/PortIO"))
                : xdg(environment, home);
    }

    private static Places below(Path root) {
        return new Places(root.resolve("config"), root.resolve("data"), root.resolve("state"), root.resolve("cache"));
    }

    private static Places windows(Map<String, String> environment, Path home) {
        Path roaming = absolute(environment.get("APPDATA"), home.resolve("AppData/Roaming"))
                .resolve("PortIO");
        Path local = absolute(environment.get("LOCALAPPDATA"), home.resolve("AppData/Local"))
                .resolve("PortIO");
        return new Places(
                roaming.resolve("config"), roaming.resolve("data"), local.resolve("state"), local.resolve("cache"));
    }

    private static Places xdg(Map<String, String> environment, Path home) {
        return new Places(
                absolute(environment.get("XDG_CONFIG_HOME"), home.resolve(".config"))
                        .resolve("portio"),
                absolute(environment.get("XDG_DATA_HOME"), home.resolve(".local/share"))
                        .resolve("portio"),
                absolute(environment.get("XDG_STATE_HOME"), home.resolve(".local/state"))
                        .resolve("portio"),
                absolute(environment.get("XDG_CACHE_HOME"), home.resolve(".cache"))
                        .resolve("portio"));
    }

    /** The XDG specification has relative paths ignored. */
    private static Path absolute(String path, Path otherwise) {
        return path == null || path.isBlank() || !Path.of(path).isAbsolute() ? known(otherwise) : Path.of(path);
    }

    /** Java's word for a home directory that is not known is "?", which would be a name below the current one. */
    private static Path known(Path path) {
        if (!path.isAbsolute()) {
            throw new NoHomeException();
        }
        return path;
    }
}
