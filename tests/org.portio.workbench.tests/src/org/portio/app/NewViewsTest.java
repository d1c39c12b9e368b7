// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.portio.testing.ExtensionJar;

/** An extension with places for views, here of PortIO itself, that comes when the perspective Port Viewer is there already. */
@ExtendWith(InWorkbench.class)
class NewViewsTest {

    private static final String ID = "org.example.views";
    private static final String PORTS = "org.portio.app.ports";
    private static final String VIEWER = "org.portio.app.portViewer";

    private final Installed installed = new Installed();

    @BeforeEach
    void begin() throws Exception {
        turnTo(VIEWER);
        Ui.page().resetPerspective();
        turnTo(PORTS);
    }

    @AfterEach
    void remove() throws Exception {
        installed.removeAll();
        Ui.until("it is gone", () -> contributions() == 0);
        turnTo(VIEWER);
        Ui.page().resetPerspective();
        turnTo(PORTS);
    }

    @Test
    void itsViewsAreOpenedOnceWhereItAsksForThem() throws Exception {
        install(
                view(Ui.NETSTAT, "stack", "")
                        + view(Ui.DIAGNOSE, "bottom", "ratio='0.7'")
                        + view(Ui.SERVERS, "stack", "visible='false'"),
                3);
        turnTo(VIEWER);
        Ui.until("the views are opened", () -> isOpen(Ui.NETSTAT) && isOpen(Ui.DIAGNOSE));
        assertEquals(stackOf(Ui.CONNECTIONS), stackOf(Ui.NETSTAT));
        assertNotEquals(stackOf(Ui.CONNECTIONS), stackOf(Ui.DIAGNOSE));
        assertEquals("7000", share(stackOf(Ui.CONNECTIONS)));
        assertFalse(isOpen(Ui.SERVERS));

        Ui.page().hideView(Ui.page().findView(Ui.NETSTAT));
        install(view(Ui.NETSTAT, "stack", "") + view(Ui.RESERVATIONS, "right", ""), 2);
        turnTo(PORTS);
        turnTo(VIEWER);
        Ui.until("a view that comes later is opened", () -> isOpen(Ui.RESERVATIONS));
        assertFalse(isOpen(Ui.NETSTAT));
    }

    private static void turnTo(String perspective) throws Exception {
        PlatformUI.getWorkbench().showPerspective(perspective, Ui.page().getWorkbenchWindow());
    }

    private static boolean isOpen(String view) {
        return Ui.page().findView(view) != null;
    }

    private static MUIElement stackOf(String view) {
        IWorkbenchWindow window = Ui.page().getWorkbenchWindow();
        EModelService models = window.getService(EModelService.class);
        MUIElement perspective = models.getActivePerspective(window.getService(MWindow.class));
        return models.findElements(perspective, view, MPlaceholder.class)
                .getFirst()
                .getParent();
    }

    private static String share(MUIElement stack) {
        return stack.getContainerData();
    }

    private static String view(String id, String relationship, String more) {
        return "<view id='%s' relative='%s' relationship='%s' %s/>".formatted(id, Ui.CONNECTIONS, relationship, more);
    }

    /** Installs it with these, or another version of it. */
    private void install(String views, int count) throws IOException {
        String plugin = """
            <plugin><extension point='org.eclipse.ui.perspectiveExtensions'>
            <perspectiveExtension targetID='%s'>%s</perspectiveExtension></extension></plugin>
            """.formatted(VIEWER, views);
        installed.put("views", ExtensionJar.of(ID + ";singleton:=true").file("plugin.xml", plugin));
        Ui.until("the platform knows them", () -> contributions() == count);
    }

    private static int contributions() {
        return Ui.contributions(
                "org.eclipse.ui.perspectiveExtensions",
                element -> element.getContributor().getName().equals(ID) ? element.getChildren().length : 0);
    }
}
