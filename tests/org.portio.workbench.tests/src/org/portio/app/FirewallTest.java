// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.TableItem;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Capability;
import org.portio.firewall.Firewall;
import org.portio.firewall.FirewallException;
import org.portio.testing.FakeFirewall;
import org.portio.ui.connection.ConnectionAction;
import org.portio.ui.connection.ConnectionActionProvider;

/** The view Firewall, its dialogs, and what it adds to Connections, on a firewall that is a list. */
@ExtendWith(InWorkbench.class)
class FirewallTest {

    private static final String BLOCK = "org.portio.firewall.ui.blockPort";

    private static final String BLOCK_DIALOG = "Block Port";

    private final FakeFirewall firewall = new FakeFirewall();
    private ServiceRegistration<Firewall> registration;

    @BeforeEach
    void publishTheFirewall() {
        registration = Published.inPlaceOfAll(Firewall.class, firewall);
    }

    @AfterEach
    void withdrawIt() {
        registration.unregister();
    }

    @Test
    void saysWhatToDoWhereNothingIsBlocked() throws Exception {
        Ui.page().showView(Ui.FIREWALL);

        Ui.until("it says so", () -> Dialogs.label("No ports are blocked."));
        Ui.until("the note names the backend", () -> Dialogs.label("fake; changing it needs privileges"));
    }

    @Test
    void showsBlocksWatchesThemAndTellsOfHealing() throws Exception {
        firewall.block(request(8080), false);
        Table table = Ui.show(Ui.FIREWALL, Table.class);

        Ui.until("the block is shown", () -> table.getItemCount() == 1);
        assertEquals("8080", table.getItem(0).getText(1));
        Ui.until("it is watched", () -> firewall.watchers() == 1);
        firewall.heal(firewall.blocks());
        Ui.until("healing is told", () -> Dialogs.label("somebody removed TCP 8080 inbound; PortIO restored it"));

        Ui.page().showView(Ui.NETSTAT);
        Ui.page().hideView(Ui.page().findView(Ui.FIREWALL));
        assertEquals(1, firewall.watchers(), "it is watched without the view, too");
    }

    @Test
    void aFailureIsShownInPlaceOfTheRows() throws Exception {
        firewall.failWith(new FirewallException(FirewallException.Kind.PERMISSION, "Ask an administrator."));
        Ui.page().showView(Ui.FIREWALL);

        Ui.until("it says what to do", () -> Dialogs.label("Ask an administrator."));
    }

    @Test
    void theDialogChecksWhatIsTypedAndBlocks() throws Exception {
        Ui.page().showView(Ui.FIREWALL);
        BooleanSupplier done = Ui.inDialog(BLOCK_DIALOG, dialog -> {
            assertFalse(Dialogs.button(dialog, "Block").isEnabled());

            ports(dialog).setText("99999");
            assertTrue(Dialogs.shows(dialog, Text.class, text -> text.getText().contains("is not a valid port")));
            assertFalse(Dialogs.button(dialog, "Block").isEnabled());

            ports(dialog).setText("8443");
            assertTrue(
                    Dialogs.shows(dialog, Label.class, label -> label.getText().contains("to port 8443 of this one")));
            Ui.press(dialog, "Show Commands");
            Ui.until(
                    "the commands are shown",
                    () -> Dialogs.shows(
                            dialog, Text.class, text -> text.getText().contains("fake -f - <<'.'")));
            Ui.press(dialog, "Block");
        });
        Dialogs.later(BLOCK);

        Ui.until("the dialog is done", done);
        Ui.until("it is blocked", () -> blocked(8443));
    }

    @Test
    void theDialogOffersWhatTheBackendIsAbleToDo() {
        firewall.setCapabilities(EnumSet.of(Capability.REJECT, Capability.SPARE_EXISTING));
        BooleanSupplier done = Ui.inDialog(BLOCK_DIALOG, dialog -> {
            Ui.until(
                    "outbound is not offered",
                    () -> !Dialogs.button(dialog, "Outbound").isEnabled());
            assertEquals(
                    "fake cannot block outbound connections.",
                    Dialogs.button(dialog, "Outbound").getToolTipText());
            assertFalse(Dialogs.button(dialog, "Drop (no answer)").isEnabled());
            assertTrue(Dialogs.button(dialog, "Inbound").isEnabled());
            Ui.press(dialog, "Cancel");
        });
        Dialogs.later(BLOCK);

        Ui.until("the dialog is done", done);
    }

    @Test
    void whatIsRefusedIsAskedAbout() {
        BooleanSupplier asked = Ui.inDialog(BLOCK_DIALOG, dialog -> {
            ports(dialog).setText("22");
            Ui.press(dialog, "Block");
        });
        BooleanSupplier forced = Ui.inDialog("Blocking TCP 22 inbound", dialog -> Ui.press(dialog, "Block Anyway"));
        Dialogs.later(BLOCK);

        Ui.until("both dialogs are done", () -> asked.getAsBoolean() && forced.getAsBoolean());
        Ui.until("it is blocked all the same", () -> blocked(22));
    }

    @Test
    void deleteAsksAndUnblocks() throws Exception {
        firewall.block(request(8080), false);
        Table table = Ui.show(Ui.FIREWALL, Table.class);
        Ui.until("the block is shown", () -> table.getItemCount() == 1);
        Dialogs.selectFirst(table);
        BooleanSupplier done = Ui.inDialog("Unblock", dialog -> Ui.press(dialog, "Unblock"));
        Dialogs.later(IWorkbenchCommandConstants.EDIT_DELETE);

        Ui.until("the dialog is done", done);
        Ui.until("nothing is blocked any more", () -> !blocked(8080));
    }

    @Test
    void unblockAllListsWhatItUnblocks() throws Exception {
        firewall.block(request(8080), false);
        firewall.block(request(9090), false);
        BooleanSupplier done = Ui.inDialog("Unblock", dialog -> {
            assertTrue(
                    Dialogs.shows(dialog, Label.class, label -> label.getText().contains("TCP 9090 inbound")));
            Ui.press(dialog, "Unblock");
        });
        Dialogs.later("org.portio.firewall.ui.unblockAll");

        Ui.until("the dialog is done", done);
        Ui.until("nothing is blocked any more", () -> !blocked(8080) && !blocked(9090));
    }

    @Test
    void connectionsShowTheirBlockAndCanBeBlockedAndUnblocked() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            int port = server.getLocalPort();
            firewall.block(request(port).withLoopback(true), false);
            ConnectionAction impossible = new ConnectionAction("Paint Port", BLOCK, Map.of(), "there is no paint");
            ServiceRegistration<ConnectionActionProvider> painter =
                    Published.inPlaceOfAll(ConnectionActionProvider.class, _ -> List.of(impossible));
            Table table = Ui.show(Ui.CONNECTIONS, Table.class);
            Text filter = Ui.visible(Text.class).orElseThrow();
            filter.setText("port:" + port + " firewall:portio");
            // Not the count alone: the previous contents may also be one row.
            Ui.until(
                    "the listener is shown as blocked",
                    () -> table.isVisible() && table.getItemCount() == 1 && shows(table.getItem(0), port));
            table.setSelection(0);
            table.notifyListeners(SWT.Selection, new Event());

            List<String> entries = Dialogs.contextMenu(table);
            List<String> disabled = Dialogs.contextMenu(table, false);

            painter.unregister();
            filter.setText("");
            assertTrue(disabled.contains("Paint Port (there is no paint)"), disabled.toString());
            assertTrue(entries.contains("Block Port " + port + "..."), entries.toString());
            assertTrue(entries.contains("Unblock Port " + port + "..."), entries.toString());
        }
    }

    private static boolean shows(TableItem row, int port) {
        return IntStream.range(0, row.getParent().getColumnCount())
                .anyMatch(column -> row.getText(column).equals(String.valueOf(port)));
    }

    private boolean blocked(int port) {
        try {
            return firewall.blocks().stream()
                    .anyMatch(block -> block.request().ports().contains(port));
        } catch (FirewallException e) {
            throw new IllegalStateException(e);
        }
    }

    private static BlockRequest request(int port) {
        return BlockRequest.of(PortRange.of(port), Protocol.TCP);
    }

    private static Text ports(Shell dialog) {
        return Dialogs.field(dialog, "8080");
    }
}
