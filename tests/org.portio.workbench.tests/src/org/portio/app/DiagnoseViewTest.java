// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.eclipse.core.runtime.jobs.IJobChangeEvent;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.core.runtime.jobs.JobChangeAdapter;
import org.eclipse.swt.SWT;
import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Event;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;
import org.eclipse.swt.widgets.Table;
import org.eclipse.swt.widgets.Text;
import org.eclipse.ui.IWorkbenchCommandConstants;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceRegistration;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.FindingProvider;

/** The view Diagnose on real ports. */
@ExtendWith(InWorkbench.class)
class DiagnoseViewTest {

    @Test
    void saysWhoHasThePortAndWhatABindComesTo() throws Exception {
        try (ServerSocket server = listener()) {
            ask(server.getLocalPort());

            untilLabel("TCP " + server.getLocalPort() + " can");
            untilThisProcessListens();
            Table scopes = Ui.visible(Table.class).orElseThrow();
            assertEquals("127.0.0.1", scopes.getItem(0).getText(0));
            assertEquals("no", scopes.getItem(0).getText(1));
        }
    }

    @Test
    void aFreePortIsSaidToBeFreeAndAskedAgainByRefresh() throws Exception {
        int port;
        try (ServerSocket server = listener()) {
            port = server.getLocalPort();
        }
        ask(port);
        untilLabel("TCP " + port + " is free");

        try (ServerSocket server = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            execute(IWorkbenchCommandConstants.FILE_REFRESH);

            untilThisProcessListens();
            assertEquals(port, server.getLocalPort());
        }
    }

    @Test
    void saysWhatIsWrongWhileItIsTyped() throws Exception {
        Text port = show();

        port.setText("70000");

        untilLabel("is not a valid port. Enter a number from 1 to 65535.");
        Predicate<Button> start = button -> button.getText().equals("Diagnose");
        assertFalse(Ui.visible(Button.class, start).orElseThrow().isEnabled());
        port.setText("");
        assertTrue(label("is not a valid port").isEmpty());
    }

    /** The verdict and the links of one port never appear for another, whatever is in the fields meanwhile. */
    @Test
    void anAnswerGoesWithItsQuestion() throws Exception {
        try (ServerSocket server = listener()) {
            String asked = String.valueOf(server.getLocalPort());
            ask(server.getLocalPort());
            untilThisProcessListens();
            assertTrue(label("TCP " + asked + ", asked at ").isPresent());
            for (String other : List.of("abc", "70000", "1", "")) {
                port().setText(other);
                assertTrue(label("listens on ").isEmpty(), other);
                assertTrue(Ui.visible(Link.class, link -> link.getText().contains("Copy"))
                        .isEmpty());
            }
            port().setText(asked);
            untilThisProcessListens();
            Combo protocol = Ui.visible(Combo.class).orElseThrow();
            protocol.select(1);
            protocol.notifyListeners(SWT.Selection, new Event());
            assertTrue(label("listens on ").isEmpty());
            protocol.select(0);
            protocol.notifyListeners(SWT.Selection, new Event());
        }
    }

    /** The answer to the first question arrives while another one is being typed. */
    @Test
    void anAnswerThatComesLateIsNotShownForAnotherPort() throws Exception {
        try (ServerSocket server = listener()) {
            CountDownLatch typed = new CountDownLatch(1);
            CountDownLatch answered = new CountDownLatch(1);
            ServiceRegistration<FindingProvider> slow = register(_ -> {
                try {
                    typed.await();
                } catch (InterruptedException _) {
                    Thread.currentThread().interrupt();
                }
                return List.of();
            });
            try {
                ask(server.getLocalPort());
                untilLabel("Diagnosing TCP " + server.getLocalPort());
                port().setText("1");
                Job.getJobManager().addJobChangeListener(new JobChangeAdapter() {
                    @Override
                    public void done(IJobChangeEvent event) {
                        if (event.getJob().getName().startsWith("Diagnosing TCP " + server.getLocalPort())) {
                            Job.getJobManager().removeJobChangeListener(this);
                            answered.countDown();
                        }
                    }
                });
                typed.countDown();
                Ui.until("the answer has come", () -> answered.getCount() == 0);
                Ui.until("it was taken", () -> !Display.getCurrent().readAndDispatch());

                assertTrue(label("Press Enter to diagnose TCP 1.").isPresent());
                assertTrue(label("listens on ").isEmpty());
            } finally {
                typed.countDown();
                slow.unregister();
            }
        }
    }

    private static ServiceRegistration<FindingProvider> register(FindingProvider provider) {
        return FrameworkUtil.getBundle(DiagnoseViewTest.class)
                .getBundleContext()
                .registerService(FindingProvider.class, provider, null);
    }

    @Test
    void isFilledFromTheSelectedConnection() throws Exception {
        try (ServerSocket server = listener()) {
            Table table = Ui.show(Ui.CONNECTIONS, Table.class);
            Text filter = Ui.visible(Text.class).orElseThrow();
            String listened = String.valueOf(server.getLocalPort());
            filter.setText("port:" + listened);
            try {
                Ui.until(
                        "the listener alone is shown", () -> table.getItemCount() == 1 && firstRowHas(table, listened));
                table.setSelection(0);
                table.notifyListeners(SWT.Selection, new Event());

                execute("org.portio.core.ui.diagnosePort");

                untilThisProcessListens();
                assertEquals(listened, port().getText());
            } finally {
                Ui.page().showView(Ui.CONNECTIONS);
                filter.setText("");
            }
        }
    }

    private static boolean firstRowHas(Table table, String text) {
        return IntStream.range(0, table.getColumnCount())
                .anyMatch(column -> table.getItem(0).getText(column).equals(text));
    }

    @Test
    void showsWhatOtherBundlesFindAndRunsTheirRemedies() throws Exception {
        try (ServerSocket server = listener()) {
            String remedy = "portio kill --port " + server.getLocalPort() + " --tcp";
            Finding finding = new Finding(
                    Finding.Kind.FIREWALL, Finding.Weight.WARNS, "a rule may drop it", "rule 7", remedy, true);
            ServiceRegistration<FindingProvider> registration = register(_ -> List.of(finding));
            try {
                ask(server.getLocalPort());
                untilLabel("a rule may drop it (inferred)");
                untilLabel("Seen: rule 7");
            } finally {
                registration.unregister();
            }

            click("Copy");
            // Returns the remedy of the first finding that has one; which one that is depends on the port.
            assertTrue(clipboard().startsWith("portio "), clipboard());
            BooleanSupplier opened = Ui.inDialog("End Process", dialog -> Ui.press(dialog, "Cancel"));
            click("End Process...");
            Ui.until("it asks", opened);
        }
    }

    @Test
    void copiesTheWholeAnswer() throws Exception {
        try (ServerSocket server = listener()) {
            ask(server.getLocalPort());
            untilThisProcessListens();
            Ui.visible(Table.class).orElseThrow().setFocus();

            execute(IWorkbenchCommandConstants.EDIT_COPY);

            assertTrue(clipboard().startsWith("TCP " + server.getLocalPort() + ", asked at "), clipboard());
            assertTrue(clipboard().contains("TCP " + server.getLocalPort() + " can"), clipboard());
            assertTrue(clipboard().contains("Address\tWithout SO_REUSEADDR\tWith SO_REUSEADDR\tReason"), clipboard());
        }
    }

    private static Text show() throws Exception {
        Ui.page().showView(Ui.DIAGNOSE);
        Ui.until("the view is shown", () -> Ui.visible(Text.class).isPresent());
        return port();
    }

    private static Text port() {
        return Ui.visible(Text.class).orElseThrow();
    }

    private static void ask(int port) throws Exception {
        Text field = show();
        field.setText(String.valueOf(port));
        field.notifyListeners(SWT.DefaultSelection, new Event());
    }

    /** A program that the workbench starts meanwhile has its sockets, too, until it closes them. */
    private static void untilThisProcessListens() {
        String owner = "java (PID " + ProcessHandle.current().pid() + ")";
        Pattern listens = Pattern.compile(Pattern.quote(owner) + "( listens|, .* listen) on ");
        Ui.until(
                () -> "not shown: " + listens + ", but " + shown(),
                () -> Ui.visible(
                                Label.class,
                                label -> listens.matcher(label.getText()).find())
                        .isPresent());
    }

    private static void untilLabel(String part) {
        Ui.until(
                () -> "not shown: " + part + ", but " + shown(),
                () -> label(part).isPresent());
    }

    private static List<String> shown() {
        List<String> texts = new ArrayList<>();
        Ui.visible(Label.class, label -> !texts.add(label.getText()));
        return texts;
    }

    private static Optional<Label> label(String part) {
        return Ui.visible(Label.class, label -> label.getText().contains(part));
    }

    /** Returns the first link of this text. */
    private static void click(String text) {
        Predicate<Link> wanted = link -> link.getText().equals("<a>" + text + "</a>");
        Ui.visible(Link.class, wanted).orElseThrow().notifyListeners(SWT.Selection, new Event());
    }

    private static void execute(String command) throws Exception {
        PlatformUI.getWorkbench().getService(IHandlerService.class).executeCommand(command, null);
    }

    private static String clipboard() {
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        try {
            return String.valueOf(clipboard.getContents(TextTransfer.getInstance()));
        } finally {
            clipboard.dispose();
        }
    }

    private static ServerSocket listener() throws Exception {
        return new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
    }
}
