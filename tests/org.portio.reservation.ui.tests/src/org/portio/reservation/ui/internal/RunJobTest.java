// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.core.runtime.IStatus;
import org.eclipse.core.runtime.NullProgressMonitor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.testing.FakeReservations;

/** Programs run from the view. */
class RunJobTest {

    private static final PortKey KEY = PortKey.of(8080, Protocol.TCP);

    @TempDir
    Path folder;

    private final FakeReservations reservations = new FakeReservations();
    private final ReservationList list = new ReservationList();

    @Test
    void theOutputIsInAFileAndTheNewsSayWhere() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "the program is a shell script");
        Path program = Files.writeString(folder.resolve("app"), "#!/bin/sh\necho out; echo err >&2; exit 3\n");
        assertTrue(program.toFile().setExecutable(true));

        IStatus status = run(program.toString());

        assertTrue(status.isOK(), status.toString());
        Path log = folder.resolve("runs/tcp-8080.log");
        assertEquals("out\nerr\n", Files.readString(log));
        assertEquals(
                program + " has ended with exit code 3. Its output is in " + log,
                list.state().news());
        assertTrue(
                reservations.calls().contains("giveBack TCP 8080"),
                reservations.calls().toString());
    }

    @Test
    void aProgramThatIsNotThereIsAnError() throws Exception {
        IStatus status = run(folder.resolve("nothing").toString());

        assertEquals(IStatus.ERROR, status.getSeverity());
        assertTrue(status.getMessage().contains("nothing"), status.getMessage());
        assertFalse(reservations.calls().contains("started TCP 8080"));
    }

    @Test
    void aLogIsNamedByWhatIsReserved() {
        assertEquals("tcp-8080.log", RunJob.fileName(KEY));
        assertEquals("udp-53-__1.log", RunJob.fileName(new PortKey(53, Protocol.UDP, "::1")));
    }

    private IStatus run(String executable) throws Exception {
        Reservation reservation = new Reservation(KEY, executable, "", HandOver.RELEASE, false, Rows.NOON);
        reservations.reserve(reservation);
        list.setReservations(reservations);
        return new RunJob(list, reservation, folder).run(new NullProgressMonitor());
    }
}
