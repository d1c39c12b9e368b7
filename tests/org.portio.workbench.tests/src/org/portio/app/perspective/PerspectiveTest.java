// SPDX-License-Identifier: EPL-2.0
package org.portio.app.perspective;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IViewReference;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.handlers.IHandlerService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.app.InWorkbench;
import org.portio.app.Ui;

/** Perspectives in files, and the one in a window of its own. */
@ExtendWith(InWorkbench.class)
class PerspectiveTest {

    private static final String TEAM = "Team & Co";

    @TempDir
    private Path folder;

    private IWorkbenchWindow window;
    private IWorkbenchPage page;
    private IPerspectiveDescriptor ports;

    @BeforeEach
    void begin() {
        window = Ui.page().getWorkbenchWindow();
        page = Ui.page();
        ports = page.getPerspective();
    }

    @AfterEach
    void backToPorts() {
        page.setPerspective(ports);
        page.resetPerspective();
        for (IPerspectiveDescriptor one :
                window.getWorkbench().getPerspectiveRegistry().getPerspectives()) {
            if (one.getId().startsWith(ports.getId() + ".")) {
                page.closePerspective(one, false, false);
                window.getWorkbench().getPerspectiveRegistry().deletePerspective(one);
            }
        }
    }

    @Test
    void aLayoutComesBackFromItsFileAndReplacesOneOfItsNameIfTheUserAgrees() throws Exception {
        Path file = exportWithoutProperties();

        ImportPerspectiveHandler.take(window, file);
        assertEquals(TEAM, page.getPerspective().getLabel());
        assertNull(page.findView(IPageLayout.ID_PROP_SHEET));
        assertNotNull(page.findView(Ui.CONNECTIONS));

        page.showView(IPageLayout.ID_PROP_SHEET);
        BooleanSupplier cancelled = Ui.inDialog("Import Perspective", dialog -> Ui.press(dialog, "Cancel"));
        ImportPerspectiveHandler.take(window, file);
        assertTrue(cancelled.getAsBoolean());
        assertNotNull(page.findView(IPageLayout.ID_PROP_SHEET), "replaced without being asked to");

        BooleanSupplier replaced = Ui.inDialog("Import Perspective", dialog -> Ui.press(dialog, "Replace"));
        ImportPerspectiveHandler.take(window, file);
        assertTrue(replaced.getAsBoolean());
        assertNull(page.findView(IPageLayout.ID_PROP_SHEET));
    }

    @Test
    void itTakesNoBuiltInNameAndLeavesOutViewsThatAreNotInstalled() throws Exception {
        Path file = Files.move(exportWithoutProperties(), folder.resolve("Ports.perspective"));
        Files.writeString(file, Files.readString(file).replace(Ui.CONNECTIONS, "com.example.unknown"));

        ImportPerspectiveHandler.take(window, file);

        assertEquals("Ports (imported)", page.getPerspective().getLabel());
        assertFalse(views(page).contains("com.example.unknown"), views(page).toString());
        page.setPerspective(ports);
        assertNotNull(page.findViewReference(IPageLayout.ID_PROP_SHEET), "the perspective Ports has changed");
    }

    @Test
    void aFileThatIsNoneIsRefusedInWords() throws Exception {
        Path file = Files.write(folder.resolve("bad.perspective"), "nothing".getBytes(StandardCharsets.UTF_8));

        BooleanSupplier said = Ui.inDialog("Problem Occurred", dialog -> Ui.press(dialog, "OK"));
        ImportPerspectiveHandler.take(window, file);

        Ui.until("the refusal was shown", said);
        assertEquals(ports, page.getPerspective());
    }

    @Test
    void thePortViewerIsTheTableInAWindowOfItsOwn() throws Exception {
        IWorkbenchWindow opened = (IWorkbenchWindow) PlatformUI.getWorkbench()
                .getService(IHandlerService.class)
                .executeCommand("org.portio.app.portViewer.open", null);
        try {
            assertEquals(List.of(Ui.CONNECTIONS), views(opened.getActivePage()));
            assertEquals("Port Viewer", opened.getActivePage().getPerspective().getLabel());
            assertEquals(
                    "Port Viewer - " + window.getShell().getText(),
                    opened.getShell().getText());
        } finally {
            opened.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "org.portio.app.guard, org.portio.firewall.ui.firewall, org.portio.reservation.ui.reservations",
        "org.portio.app.diagnose, org.portio.core.ui.diagnose, org.portio.core.ui.insights",
        "org.portio.app.timeLine, org.portio.record.ui.history, org.portio.core.ui.connections"
    })
    void eachTaskHasAPerspectiveThatShowsItsViews(String id, String first, String second) throws Exception {
        window.getWorkbench().showPerspective(id, window);
        try {
            assertTrue(page.isPartVisible(page.showView(first)), first);
            assertTrue(views(page).contains(second), views(page).toString());
        } finally {
            page.closePerspective(page.getPerspective(), false, false);
        }
    }

    private Path exportWithoutProperties() {
        page.hideView(page.findView(IPageLayout.ID_PROP_SHEET));
        Path file = folder.resolve(TEAM + ".perspective");
        ExportPerspectiveHandler.export(window, file);
        page.resetPerspective();
        return file;
    }

    private static List<String> views(IWorkbenchPage page) {
        return Arrays.stream(page.getViewReferences())
                .map(IViewReference::getId)
                .toList();
    }
}
