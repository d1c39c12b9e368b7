// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.swt.widgets.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.portio.core.Protocol;
import org.portio.core.system.Places;
import org.portio.firewall.Firewall;
import org.portio.reservation.HandOver;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.Reservations;
import org.portio.server.TemporaryServers;
import org.portio.testing.FakeFirewall;
import org.portio.testing.FakeReservations;
import org.portio.testing.FakeServers;
import org.portio.testrun.Holding;
import org.portio.testrun.OpenRun;
import org.portio.testrun.RunReport;
import org.portio.testrun.TestRun;
import org.portio.testrun.TestRuns;

/** The view Test Runs, with a run of this process and reservations that are a list. */
@ExtendWith(InWorkbench.class)
class TestRunsTest {

    private static final String VIEW = "org.portio.testrun.ui.runs";
    private static final String REVERT = "org.portio.testrun.ui.revert";
    private static final PortKey PORT = new PortKey(8080, Protocol.TCP, "");

    private final FakeReservations reservations = new FakeReservations();
    private List<ServiceRegistration<?>> registrations;

    @BeforeEach
    void publishThem() {
        registrations = List.of(
                Published.inPlaceOfAll(Firewall.class, new FakeFirewall()),
                Published.inPlaceOfAll(Reservations.class, reservations),
                Published.inPlaceOfAll(TemporaryServers.class, new FakeServers()));
    }

    @AfterEach
    void withdrawThem() {
        registrations.forEach(ServiceRegistration::unregister);
    }

    @Test
    void showsARunWithWhatWasMadeForItAndRevertsThat() throws Exception {
        TestRuns runs = TestRuns.of(Places.ofSystem());
        try (OpenRun run = runs.begin(TestRun.Kind.WITH, List.of("mvn", "verify"), "", false)) {
            runs.mark(run.id(), Holding.Kind.RESERVATION);
            reservations.reserve(new Reservation(PORT, "", "", HandOver.AUTO, false, Instant.EPOCH, run.id()));
            Ui.page().showView(VIEW);
            Ui.until("the run is shown", () -> rows("Started").isPresent());
            Table table = rows("Started").orElseThrow();
            assertEquals("mvn verify", table.getItem(0).getText(2));
            assertEquals("runs", table.getItem(0).getText(3));
            Dialogs.selectFirst(table);
            Ui.until(
                    "what was made for it is shown",
                    () -> rows("What")
                            .filter(parts -> parts.getItem(0).getText(5).equals("TCP 8080"))
                            .isPresent());

            BooleanSupplier asked = Ui.inDialog("Revert Now", dialog -> Ui.press(dialog, "Revert"));
            Dialogs.later(REVERT);

            Ui.until("the dialog is done", asked);
            Ui.until("it is reverted", () -> table.getItem(0).getText(3).equals("reverted"));
            assertTrue(reservations.list().isEmpty());
            assertEquals(
                    RunReport.End.REVERTED, runs.report(run.id()).orElseThrow().end());
        }
    }

    /** Returns the table whose first column has this title, if it has rows. */
    private static Optional<Table> rows(String title) {
        return Ui.visible(
                Table.class,
                table -> table.getColumnCount() > 0
                        && table.getColumn(0).getText().equals(title)
                        && table.getItemCount() > 0);
    }
}
