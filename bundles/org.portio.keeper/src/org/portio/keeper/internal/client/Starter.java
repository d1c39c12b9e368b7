// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.client;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.portio.core.system.FileFailure;
import org.portio.core.system.OperatingSystem;
import org.portio.core.system.Places;
import org.portio.core.system.PrivateFiles;
import org.portio.keeper.KeeperException;
import org.portio.keeper.internal.runtime.KeeperLock;
import org.portio.keeper.internal.runtime.KeeperLog;
import org.portio.keeper.internal.runtime.RuntimeDirectories;
import org.portio.keeper.internal.runtime.RuntimeDirectory;

/** Starts a keeper, and waits until it answers. Of many that start one at a time, one does and the others wait for it. */
final class Starter {

    private static final long BETWEEN_LOOKS_MILLIS = 20;

    /** The variable that names the test run which a process is part of. */
    private static final String RUN = "PORTIO_RUN";

    private final RuntimeDirectories directories;
    private final Finder finder;
    private final Path program;
    private final Path log;
    private long logged;

    Starter(RuntimeDirectories directories, Finder finder, Path program) {
        this.directories = directories;
        this.finder = finder;
        this.program = program;
        this.log = KeeperLog.file(directories.places());
    }

    KeeperConnection start() throws KeeperException {
        if (program == null || !Files.isExecutable(program)) {
            throw new KeeperException(
                    "the keeper cannot be started because PortIO's command line was not found"
                            + (program == null ? "" : " at " + program),
                    "start it with 'portio keeper serve'");
        }
        RuntimeDirectory directory = directories.open(finder.me());
        try {
            return start(directory);
        } catch (IOException e) {
            throw new KeeperException("the keeper cannot be started: " + FileFailure.text(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KeeperException("interrupted while the keeper was starting", e);
        }
    }

    /** Waits for as long as the new process lives: on a busy machine its start takes as long as it takes. */
    private KeeperConnection start(RuntimeDirectory directory)
            throws IOException, KeeperException, InterruptedException {
        Optional<KeeperLock> lock = Optional.empty();
        Process process = null;
        try {
            while (true) {
                // Also looked for after the lock is taken: its last holder may have started one.
                Optional<KeeperConnection> running =
                        connect(lock.isPresent() && (process == null || !process.isAlive()));
                if (running.isPresent()) {
                    return running.get();
                }
                if (lock.isPresent() && (process == null || !isStarting(process))) {
                    process = launch();
                }
                if (lock.isEmpty()) {
                    lock = KeeperLock.take(directory.starterLock());
                }
                TimeUnit.MILLISECONDS.sleep(lock.isPresent() && process == null ? 0 : BETWEEN_LOOKS_MILLIS);
            }
        } finally {
            if (lock.isPresent()) {
                lock.get().close();
            }
        }
    }

    /** A keeper that is being started may be slow to answer; one that runs already and is silent is not waited for. */
    private Optional<KeeperConnection> connect(boolean nobodyStartsOne) throws KeeperException {
        try {
            return finder.connect();
        } catch (SilentKeeperException e) {
            if (nobodyStartsOne) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** One that ended well met another keeper, which was about to end. */
    private boolean isStarting(Process process) throws KeeperException, IOException {
        if (process.isAlive()) {
            return true;
        }
        if (process.exitValue() != 0) {
            throw new KeeperException("the keeper did not start" + said(), "see " + log);
        }
        return false;
    }

    private Process launch() throws IOException, KeeperException {
        if (isWatched()) {
            throw new KeeperException(
                    "the keeper has ended, and cannot be started from inside a test run, with which it would end",
                    "start it outside: portio reservations");
        }
        // Made here, since the redirection below would make it with the permissions of the umask.
        PrivateFiles.append(log, "");
        logged = Files.exists(log) ? Files.size(log) : 0;
        ProcessBuilder builder = new ProcessBuilder(List.of(program.toString(), "keeper", "serve"));
        builder.directory(log.getParent().toFile());
        builder.redirectInput(ProcessBuilder.Redirect.from(new File(isWindows() ? "NUL" : "/dev/null")));
        builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // It outlives the test run in which it happens to be started.
        builder.environment().remove(RUN);
        homeOf(directories.places()).ifPresent(home -> builder.environment().put("PORTIO_HOME", home.toString()));
        return builder.start();
    }

    /** Returns whether a test run sees each call of this process, as it would those of a keeper that this process starts. */
    private static boolean isWatched() throws IOException {
        Path status = Path.of("/proc/self/status");
        return System.getenv(RUN) != null
                && Files.exists(status)
                && Files.readAllLines(status).contains("Seccomp:\t2");
    }

    private static boolean isWindows() {
        return File.separatorChar == '\\';
    }

    /**
     * Returns the directory if the places are not those of the environment, which the keeper gets, but all below one
     * directory.
     */
    private static Optional<Path> homeOf(Places places) {
        Path home = places.state().getParent();
        return places.equals(Places.ofSystem())
                        || home == null
                        || !places.equals(
                                Places.of(Map.of("PORTIO_HOME", home.toString()), OperatingSystem.name(), home))
                ? Optional.empty()
                : Optional.of(home);
    }

    /** Returns the last thing that the new process wrote, without the name that each message of the command line begins with. */
    private String said() throws IOException {
        if (!Files.exists(log)) {
            return "";
        }
        byte[] all = Files.readAllBytes(log);
        int from = (int) (all.length < logged ? 0 : logged);
        return new String(all, from, all.length - from, StandardCharsets.UTF_8)
                .lines()
                .filter(line -> !line.isBlank())
                .reduce((_, last) -> last)
                .map(line -> ": " + line.strip().replaceFirst("^portio: ", ""))
                .orElse("");
    }
}
