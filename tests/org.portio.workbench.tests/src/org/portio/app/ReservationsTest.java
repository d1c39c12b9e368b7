// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.portio.core.Failure;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.reservation.Reservations;
import org.portio.testing.FakeReservations;

/** The view Reservations, its dialog, and what it adds to Connections, on reservations that are a list. */
@ExtendWith(InWorkbench.class)
class ReservationsTest {

    private static final String RESERVE = "org.portio.reservation.ui.reservePort";
    private static final String RUN = "org.portio.reservation.ui.run";
    private static final String RETRY = "org.portio.reservation.ui.retry";
    private static final String DIALOG = "Reserve Port";

    private final FakeReservations reservations = new FakeReservations();
    private ServiceRegistration<Reservations> registration;

    @BeforeEach
    void publishThem() {
        registration = Published.inPlaceOfAll(Reservations.class, reservations);
    }

    @AfterEach
    void withdrawThem() {
        registration.unregister();
    }

    @Test
    void saysWhatToDoWhereNothingIsReserved() throws Exception {
        Ui.page().showView(Ui.RESERVATIONS);

        Ui.until(
                "it says so, with the key",
                () -> Dialogs.label("No ports are reserved. To reserve one, choose Reserve Port... (Ctrl+R)"));
    }

    @Test
    void showsReservationsAndFollowsTheirStates() throws Exception {
        reservations.put(status(8080, "", HoldState.HELD, ""));
        Table table = Ui.show(Ui.RESERVATIONS, Table.class);
        Ui.until("the reservation is shown", () -> table.getItemCount() == 1);
        assertEquals("8080", table.getItem(0).getText(0));
        assertEquals("held", table.getItem(0).getText(3));

        reservations.put(status(8080, "", HoldState.CONFLICT, "nginx has it"));

        Ui.until("the state follows", () -> table.getItem(0).getText(3).equals("conflict"));
        assertEquals("nginx has it", table.getItem(0).getText(7));
    }

    @Test
    void aKeeperThatCannotBeReachedIsSaidInPlaceOfTheRows() throws Exception {
        registration.unregister();
        reservations.failWith(
                new ReservationException(Failure.of(ReservationException.Kind.FAILED, "Start the keeper.")));
        registration = Published.inPlaceOfAll(Reservations.class, reservations);
        Ui.show(Ui.RESERVATIONS, Label.class);

        Dialogs.later(IWorkbenchCommandConstants.FILE_REFRESH);

        Ui.until("it says what to do", () -> Dialogs.label("Start the keeper."));
    }

    @Test
    void theDialogChecksWhatIsTypedAndReserves() throws Exception {
        int free = freePort();
        BooleanSupplier done = Ui.inDialog(DIALOG, dialog -> {
            Text port = Dialogs.field(dialog, "8080");
            assertFalse(Dialogs.button(dialog, "Reserve").isEnabled());
            port.setText("99999");
            assertTrue(Dialogs.shows(dialog, Text.class, text -> text.getText().contains("is not a valid port")));
            assertFalse(Dialogs.button(dialog, "Reserve").isEnabled());
            port.setText(String.valueOf(free));
            assertTrue(Dialogs.button(dialog, "Reserve").isEnabled());
            Dialogs.field(dialog, "none").setText("/there/is/none");
            Ui.until(
                    "the executable is missed",
                    () -> !Dialogs.button(dialog, "Reserve").isEnabled());
            Dialogs.field(dialog, "none").setText("");
            Ui.press(dialog, "Reserve");
        });
        Dialogs.later(RESERVE);

        Ui.until("the dialog is done", done);
        PortKey key = PortKey.of(free, Protocol.TCP);
        Ui.until("it is reserved", () -> reservations.calls().contains("reserve " + key));
    }

    @Test
    void theDialogSaysWhoHasThePort() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            BooleanSupplier done = Ui.inDialog(DIALOG, dialog -> {
                Dialogs.field(dialog, "8080").setText(String.valueOf(server.getLocalPort()));
                Ui.until(
                        "it says that the port is taken",
                        () -> Dialogs.shows(
                                dialog, Text.class, text -> text.getText().contains("is taken by")));
                assertFalse(Dialogs.button(dialog, "Reserve").isEnabled());
                Ui.press(dialog, "Cancel");
            });
            Dialogs.later(RESERVE);
            Ui.until("the dialog is done", done);
        }
        assertFalse(reservations.calls().stream().anyMatch(call -> call.startsWith("reserve")));
    }

    @Test
    void theDialogOffersWhatTheProtocolHas() {
        BooleanSupplier done = Ui.inDialog(DIALOG, dialog -> {
            assertTrue(Dialogs.button(dialog, "By latch").isEnabled());
            choose(dialog, "UDP", "TCP");
            assertFalse(Dialogs.button(dialog, "By latch").isEnabled());
            assertEquals("TCP only.", Dialogs.button(dialog, "By descriptor").getToolTipText());
            Ui.press(dialog, "Cancel");
        });
        Dialogs.later(RESERVE);

        Ui.until("the dialog is done", done);
    }

    @Test
    void deleteAsksAndReleases() throws Exception {
        selectOne();
        BooleanSupplier done = Ui.inDialog("Release Port", dialog -> Ui.press(dialog, "Release"));
        Dialogs.later(IWorkbenchCommandConstants.EDIT_DELETE);

        Ui.until("the dialog is done", done);
        Ui.until("it is released", () -> reservations.calls().contains("release TCP 8080"));
        Ui.until("the view says so", () -> Dialogs.label("No ports are reserved."));
    }

    @Test
    void deleteReleasesNothingThatTheUserDoesNotConfirm() throws Exception {
        selectOne();
        BooleanSupplier done = Ui.inDialog("Release Port", dialog -> Ui.press(dialog, "Cancel"));
        Dialogs.later(IWorkbenchCommandConstants.EDIT_DELETE);

        Ui.until("the dialog is done", done);
        assertFalse(reservations.calls().contains("release TCP 8080"));
    }

    private void selectOne() throws Exception {
        reservations.put(status(8080, "", HoldState.HELD, ""));
        Table table = Ui.show(Ui.RESERVATIONS, Table.class);
        Ui.until("the reservation is shown", () -> table.getItemCount() == 1);
        Dialogs.selectFirst(table);
    }

    @Test
    void commandsAreEnabledForWhatTheyCanDo() throws Exception {
        reservations.put(status(8080, "/bin/sh", HoldState.HELD, ""));
        Table table = Ui.show(Ui.RESERVATIONS, Table.class);
        Ui.until("the reservation is shown", () -> table.getItemCount() == 1);
        Dialogs.selectFirst(table);
        Ui.until("it can be run", () -> isEnabled(RUN));
        assertFalse(isEnabled(RETRY));

        reservations.put(status(8080, "/bin/sh", HoldState.CONFLICT, ""));

        Ui.until("it can be retried", () -> isEnabled(RETRY));
        assertFalse(isEnabled(RUN));
        Dialogs.later(RETRY);
        Ui.until("it is held", () -> table.getItem(0).getText(3).equals("held"));
    }

    @Test
    void commandsHaveKeys() {
        // Looks at all keys: which are active depends on whether the window is.
        IBindingService bindings = PlatformUI.getWorkbench().getService(IBindingService.class);
        Map<String, String> keys = Arrays.stream(bindings.getBindings())
                .filter(binding -> binding.getParameterizedCommand() != null)
                .filter(binding -> binding.getParameterizedCommand().getId().startsWith("org.portio.reservation.ui."))
                .collect(Collectors.toMap(
                        binding -> binding.getParameterizedCommand().getId(),
                        binding -> binding.getTriggerSequence().format()));
        assertEquals(
                Map.of(
                        RESERVE,
                        "Ctrl+R",
                        "org.portio.reservation.ui.startServer",
                        "Ctrl+T",
                        RUN,
                        "Ctrl+F11",
                        RETRY,
                        "Ctrl+F5"),
                keys);
    }

    @Test
    void aConnectionsPortCanBeReservedAndServed() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            int port = server.getLocalPort();
            Table table = Ui.show(Ui.CONNECTIONS, Table.class);
            Text filter = Ui.visible(Text.class).orElseThrow();
            filter.setText("port:" + port + " state:listen");
            Ui.until("the listener is shown", () -> table.getItemCount() == 1 && shows(table.getItem(0), port));
            table.setSelection(0);
            table.notifyListeners(SWT.Selection, new Event());

            List<String> entries = Dialogs.contextMenu(table);

            filter.setText("");
            assertTrue(entries.contains("Reserve Port " + port + "..."), entries.toString());
            assertTrue(entries.contains("Start Server on Port " + port + "..."), entries.toString());
        }
    }

    private static void choose(Shell dialog, String wanted, String before) {
        Dialogs.button(dialog, before).setSelection(false);
        Dialogs.button(dialog, wanted).setSelection(true);
        Dialogs.button(dialog, wanted).notifyListeners(SWT.Selection, new Event());
    }

    private static boolean isEnabled(String command) {
        return PlatformUI.getWorkbench()
                .getService(ICommandService.class)
                .getCommand(command)
                .isEnabled();
    }

    private static int freePort() throws Exception {
        try (ServerSocket server = new ServerSocket(0)) {
            return server.getLocalPort();
        }
    }

    private static ReservationStatus status(int port, String executable, HoldState state, String detail) {
        Reservation reservation =
                new Reservation(PortKey.of(port, Protocol.TCP), executable, "", HandOver.AUTO, false, Instant.EPOCH);
        return new ReservationStatus(reservation, state, Instant.EPOCH, detail, 0);
    }

    private static boolean shows(TableItem row, int port) {
        return IntStream.range(0, row.getParent().getColumnCount())
                .anyMatch(column -> row.getText(column).equals(String.valueOf(port)));
    }
}
