// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.eclipse.core.runtime.IProgressMonitor;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.Status;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.osgi.util.NLS;
import org.portio.core.PrivateFiles;
import org.portio.reservation.PortKey;
import org.portio.reservation.PortRun;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;

/** A program that runs with its reserved port, for as long as it runs. To cancel the job is to ask the program to end. */
final class RunJob extends Job {

    private final ReservationList list;
    private final Reservation reservation;
    private final Path log;

    /** What the program writes goes to a file below this folder, begun anew with each run. */
    RunJob(ReservationList list, Reservation reservation, Path state) {
        super(NLS.bind(Messages.RunJob_name, reservation.executable(), reservation.key()));
        this.list = list;
        this.reservation = reservation;
        log = state.resolve("runs").resolve(fileName(reservation.key()));
    }

    /** As {@code tcp-8080.log} or {@code tcp-8080-127.0.0.1.log}; no system has colons in its names. */
    static String fileName(PortKey key) {
        String address = key.address().isEmpty() ? "" : "-" + key.address().replace(':', '_');
        return key.protocol().label() + "-" + key.port() + address + ".log";
    }

    @Override
    protected IStatus run(IProgressMonitor monitor) {
        try {
            PrivateFiles.claimFolder(log.getParent());
            Files.deleteIfExists(log);
            PrivateFiles.open(log, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)
                    .close();
            list.tell(getName());
            int exit = PortRun.run(
                    list.reservations(),
                    reservation.key(),
                    List.of(reservation.executable()),
                    reservation.handOver(),
                    log,
                    list::tell);
            list.tell(NLS.bind(Messages.RunJob_ended, new Object[] {reservation.executable(), exit, log}));
            return Status.OK_STATUS;
        } catch (InterruptedException _) {
            list.tell(NLS.bind(Messages.RunJob_cancelled, reservation.executable(), log));
            return Status.CANCEL_STATUS;
        } catch (ReservationException | IOException e) {
            list.tell("");
            return Status.error(NLS.bind(Messages.RunJob_failed, getName(), e.getMessage()), e);
        }
    }

    @Override
    protected void canceling() {
        Thread thread = getThread();
        if (thread != null) {
            thread.interrupt();
        }
    }
}
