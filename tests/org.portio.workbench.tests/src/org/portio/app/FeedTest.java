// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.eclipse.core.commands.State;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.RegistryToggleState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.ServiceRegistration;
import org.portio.core.Protocol;
import org.portio.feed.PortState;
import org.portio.feed.PortState.Subject;
import org.portio.keeper.Keeper;

/** The view Feed, over a keeper in this process. */
@ExtendWith(InWorkbench.class)
class FeedTest {

    private static final String FEED = "org.portio.feed.ui.feed";
    private static final String START = "org.portio.feed.ui.start";
    private static final String STOP = "org.portio.feed.ui.stop";

    private FeedKeeper keeper;
    private ServiceRegistration<Keeper> registration;

    @BeforeEach
    void publishAKeeper() throws Exception {
        keeper = new FeedKeeper();
        registration = Published.inPlaceOfAll(Keeper.class, keeper);
    }

    @AfterEach
    void withdrawIt() {
        pause(false);
        registration.unregister();
        keeper.close();
    }

    @Test
    void saysWhatToDoWhileItIsOff() throws Exception {
        Ui.page().showView(FEED);

        Ui.until("it says so, with what to do", () -> link("The feed is off.", "Start..."));
    }

    @Test
    void isStartedShowsWhatIsPublishedAndIsStopped() throws Exception {
        Ui.page().showView(FEED);
        start();
        Ui.until(
                "its address can be copied",
                () -> Ui.visible(Text.class, FeedTest::isAddress).isPresent());
        Ui.until("it says that it runs", () -> link("On since ", "Stop"));

        reserve("held");
        Ui.until(() -> rows() + " events are shown: " + Ui.texts(), () -> rows() == 1);
        Table table = events().orElseThrow();
        assertEquals("reservation", table.getItem(0).getText(1));
        assertEquals("added held for me", table.getItem(0).getText(4));

        pause(true);
        Ui.until("it says that it is paused", () -> Dialogs.label("Paused: newer events are not shown."));
        reserve("lent");
        Ui.until("the figures follow", () -> link("2 events", "Stop"));
        assertEquals(1, rows());
        pause(false);
        Ui.until("what was missed is shown", () -> rows() == 2);

        Dialogs.later(STOP);
        Ui.until("it is off", () -> link("The feed is off.", "Start..."));
        assertTrue(Ui.visible(Text.class, FeedTest::isAddress).isEmpty());
    }

    private static void start() throws Exception {
        BooleanSupplier done = Ui.inDialog("Start Feed", dialog -> {
            Dialogs.field(dialog, "").setText("nowhere");
            assertFalse(Dialogs.button(dialog, "OK").isEnabled());
            Dialogs.field(dialog, "").setText("tcp://127.0.0.1:0");
            Ui.press(dialog, "OK");
        });
        Dialogs.later(START);
        Ui.until("the dialog is done", done);
    }

    private void reserve(String state) {
        PortState reservation = new PortState(Subject.RESERVATION, "TCP 8080", Protocol.TCP, "8080", state, "for me");
        keeper.server.show(Subject.RESERVATION, List.of(reservation));
    }

    /** Returns the table of events; empty as long as a message is shown in its place. */
    private static Optional<Table> events() {
        return Ui.visible(
                Table.class,
                table -> table.getColumnCount() > 0
                        && table.getColumn(0).getText().equals("Time"));
    }

    private static int rows() {
        return events().map(Table::getItemCount).orElse(0);
    }

    private static boolean isAddress(Text field) {
        return field.getText().startsWith("tcp://127.0.0.1:");
    }

    private static boolean link(String part, String command) {
        return Ui.visible(
                        Link.class,
                        link -> link.getText().contains(part) && link.getText().endsWith(">" + command + "</a>"))
                .isPresent();
    }

    private static void pause(boolean wanted) {
        State state = PlatformUI.getWorkbench()
                .getService(ICommandService.class)
                .getCommand("org.portio.ui.pause")
                .getState(RegistryToggleState.STATE_ID);
        state.setValue(wanted);
    }
}
