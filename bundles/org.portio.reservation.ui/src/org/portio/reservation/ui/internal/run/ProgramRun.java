// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.portio.core.system.OperatingSystem;
import org.portio.core.system.PrivateFiles;
import org.portio.reservation.PortRun;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.Reservations;

/** A program that runs with its reserved port. It has a thread of its own rather than a job: it is no task of PortIO. */
final class ProgramRun {

    private final Reservations reservations;
    private final Reservation reservation;
    private final Path log;
    private final Consumer<String> news;
    private final Thread thread;

    /**
     * Writes the program's output to this file, which is emptied first.
     *
     * @param news is told what becomes of it, from several threads
     * @param failed is told why it could not be run
     * @param ended is run at last
     */
    ProgramRun(
            Reservations reservations,
            Reservation reservation,
            Path log,
            Consumer<String> news,
            Consumer<Exception> failed,
            Runnable ended) {
        this.reservations = reservations;
        this.reservation = reservation;
        this.log = log;
        this.news = news;
        thread = Thread.ofPlatform().daemon().name("run " + reservation.key()).unstarted(() -> {
            try {
                run();
            } catch (ReservationException | IOException | RuntimeException e) {
                news.accept("");
                failed.accept(e);
            } finally {
                ended.run();
            }
        });
    }

    void start() {
        thread.start();
    }

    /** Asks the program to end. */
    void stop() {
        thread.interrupt();
    }

    /**
     * The program's calls are answered as long as it lives, which may be longer than the window does, and what it leaves open is looked
     * for at its end: by a process of its own, unless the installation lacks one.
     */
    private static boolean runApart() {
        return OperatingSystem.isLinux() && SeparateRun.COMMAND_LINE != null;
    }

    private void run() throws ReservationException, IOException {
        String program = reservation.executable();
        try {
            PrivateFiles.claimFolder(log.getParent());
            Files.deleteIfExists(log);
            PrivateFiles.open(log, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                    .close();
            news.accept(NLS.bind(Messages.ProgramRun_running, program, reservation.key()));
            int exit = runApart()
                    ? new SeparateRun(SeparateRun.COMMAND_LINE, reservation, log, news).run()
                    : PortRun.run(
                            reservations,
                            reservation.key(),
                            List.of(program),
                            reservation.handOver(),
                            log,
                            Map.of(),
                            news);
            news.accept(NLS.bind(Messages.ProgramRun_ended, program, exit));
        } catch (InterruptedException _) {
            news.accept(NLS.bind(Messages.ProgramRun_stopped, program));
        }
    }
}
