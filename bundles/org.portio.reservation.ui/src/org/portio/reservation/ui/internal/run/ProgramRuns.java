// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.portio.core.system.Places;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.Reservations;

/** The programs that this workbench runs with reserved ports, at most one for each port. From any thread. */
public final class ProgramRuns {

    private static final ProgramRuns OF_WORKBENCH =
            new ProgramRuns(Places.ofSystem().state().resolve("runs"));

    private final Path folder;
    private final Map<PortKey, ProgramRun> running = new ConcurrentHashMap<>();

    /** Creates one with the folder that the programs' output goes to, a file for each port. */
    ProgramRuns(Path folder) {
        this.folder = folder;
    }

    public static ProgramRuns ofWorkbench() {
        return OF_WORKBENCH;
    }

    public boolean isRunning(PortKey key) {
        return running.containsKey(key);
    }

    /**
     * Runs the program of a reservation, unless it runs already.
     *
     * @param news is told what becomes of it, one sentence each, from several threads
     * @param failed is told why it could not be run
     */
    public void start(
            Reservations reservations, Reservation reservation, Consumer<String> news, Consumer<Exception> failed) {
        PortKey key = reservation.key();
        ProgramRun run = new ProgramRun(reservations, reservation, log(key), news, failed, () -> running.remove(key));
        if (running.putIfAbsent(key, run) == null) {
            run.start();
        }
    }

    /** Asks the program of this port to end, if one runs. */
    public void stop(PortKey key) {
        ProgramRun run = running.get(key);
        if (run != null) {
            run.stop();
        }
    }

    /** Asks all of them to end. */
    public void stopAll() {
        running.values().forEach(ProgramRun::stop);
    }

    /** Returns the file with the output of the latest run with this port; there may be none. */
    public Path log(PortKey key) {
        return folder.resolve(fileName(key));
    }

    /** Returns text such as {@code tcp-8080.log} or {@code tcp-8080-127.0.0.1.log}; no system has colons in its names. */
    static String fileName(PortKey key) {
        String address = key.address().isEmpty() ? "" : "-" + key.address().replace(':', '_');
        return key.protocol().label() + "-" + key.port() + address + ".log";
    }
}
