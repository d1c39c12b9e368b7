// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.runtime;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.portio.core.system.OperatingSystem;
import org.portio.core.system.Places;
import org.portio.keeper.KeeperException;

/**
 * The places where this user's keeper may be. A session has {@code XDG_RUNTIME_DIR}, while cron and su have not: whoever looks for a
 * keeper looks in all of these places, and a new one takes the first.
 */
public final class RuntimeDirectories {

    private final Places places;
    private final Map<String, String> environment;
    private final Path sessions;

    public RuntimeDirectories(Places places, Map<String, String> environment) {
        this(places, environment, Path.of("/run/user"));
    }

    RuntimeDirectories(Places places, Map<String, String> environment, Path sessions) {
        this.places = places;
        this.environment = environment;
        this.sessions = sessions;
    }

    public static RuntimeDirectories ofSystem(Places places) {
        return new RuntimeDirectories(places, System.getenv());
    }

    public Places places() {
        return places;
    }

    /** Returns all that are possible here, the best first. None of them is made. */
    public List<RuntimeDirectory> all(Owner me) {
        List<Path> paths = new ArrayList<>();
        if (areOfSession()) {
            session(environment.getOrDefault("XDG_RUNTIME_DIR", ""), me, paths);
            session(sessions.resolve(me.id()).toString(), me, paths);
        }
        Path state = places.state();
        paths.add(
                "state".equals(String.valueOf(state.getFileName()))
                        ? state.resolveSibling("run")
                        : state.resolve("run"));
        return paths.stream().distinct().map(RuntimeDirectory::new).toList();
    }

    /** Returns the first of them, created if it did not exist. */
    public RuntimeDirectory open(Owner me) throws KeeperException {
        RuntimeDirectory first = all(me).getFirst();
        if (!first.isPossible()) {
            throw new KeeperException(
                    "the path of the keeper's socket is too long for this system: " + first.socket(),
                    "set PORTIO_HOME to a shorter one");
        }
        first.make(me);
        return first;
    }

    /** Directories of a session go with the user's own files only: with PORTIO_HOME, somebody wants PortIO apart from that. */
    private boolean areOfSession() {
        String system = OperatingSystem.name();
        return system.toLowerCase(Locale.ROOT).startsWith("linux")
                && environment.getOrDefault("PORTIO_HOME", "").isBlank()
                && places.equals(Places.of(environment, system, Path.of(System.getProperty("user.home"))));
    }

    private static void session(String directory, Owner me, List<Path> paths) {
        Path path = Path.of(directory);
        try {
            if (path.isAbsolute()
                    && Files.isDirectory(path)
                    && Objects.equals(Files.getOwner(path), me.user())
                    && Files.isWritable(path)) {
                paths.add(path.resolve("portio"));
            }
        } catch (IOException _) {
            // Not to be read, so nobody's keeper is there.
        }
    }
}
