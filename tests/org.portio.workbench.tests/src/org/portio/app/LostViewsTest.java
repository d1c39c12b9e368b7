// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.eclipse.e4.core.contexts.ContextInjectionFactory;
import org.eclipse.e4.core.contexts.IEclipseContext;
import org.eclipse.e4.core.di.annotations.Execute;
import org.eclipse.e4.core.services.contributions.IContributionFactory;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspectiveStack;
import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.swt.widgets.Link;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.portio.testing.ExtensionJar;

/** A view in the layout whose extension goes while the window is open: as the platform has saved and restored it, but made here. */
@ExtendWith(InWorkbench.class)
class LostViewsTest {

    private static final String EXTENSION = "org.example.gone";
    private static final String VIEW =
            "bundleclass://org.eclipse.ui.workbench/org.eclipse.ui.internal.e4.compatibility.CompatibilityView";

    private final Installed installed = new Installed();
    private MWindow window;
    private EModelService models;
    private MPlaceholder place;

    @BeforeEach
    void putTheViewBehindConnections() {
        window = Ui.page().getWorkbenchWindow().getService(MWindow.class);
        models = Ui.page().getWorkbenchWindow().getService(EModelService.class);
        MPart part = models.createModelElement(MPart.class);
        part.setElementId(EXTENSION + ".view");
        part.setLabel("Gone");
        part.setContributionURI(VIEW);
        part.setCloseable(true);
        part.getPersistedState().put("originalCompatibilityViewBundle", EXTENSION);
        window.getSharedElements().add(part);
        place = models.createModelElement(MPlaceholder.class);
        place.setElementId(part.getElementId());
        place.setRef(part);
        part.setCurSharedRef(place);
        stack().getChildren().add(place);
    }

    @AfterEach
    void takeItAway() throws Exception {
        place.setToBeRendered(false);
        stack().getChildren().remove(place);
        window.getSharedElements().remove(place.getRef());
        installed.removeAll();
        Ui.page().showView(Ui.CONNECTIONS);
    }

    private MElementContainer<MUIElement> stack() {
        return models.findElements(models.getActivePerspective(window), Ui.CONNECTIONS, MPlaceholder.class)
                .getFirst()
                .getParent();
    }

    @Test
    void placeOfTheViewSaysWhoseItWasAndWhatToDo() throws Exception {
        String plugin =
                "<plugin><extension point='org.eclipse.ui.views'><category id='%s.c' name='c'/></extension></plugin>"
                        .formatted(EXTENSION);
        installed.put("gone", ExtensionJar.of(EXTENSION + ";singleton:=true").file("plugin.xml", plugin));
        Ui.until("the platform knows the extension", LostViewsTest::isKnown);
        installed.removeAll();
        Ui.until("the extension is gone", () -> !isKnown());
        Ui.until(
                "the view is replaced",
                () -> place.getRef() instanceof MPart part
                        && part.getContributionURI().contains("LostView"));

        stack().setSelectedElement(place);

        Ui.until(
                "it says so",
                () -> Dialogs.label("The view Gone belongs to the extension " + EXTENSION
                        + ", which is not installed any more. Install it again, or close this view."));
        assertTrue(Dialogs.shows(
                Ui.page().getWorkbenchWindow().getShell(),
                Link.class,
                link -> link.getText().contains("Open Help > Extensions")));
    }

    /** The platform would keep a copy of the last one, which nobody could get rid of. */
    @Test
    void evenTheLastPerspectiveIsClosedBeforeTheWindowIsShownIfItsExtensionIsGone() {
        MApplication application = models.createModelElement(MApplication.class);
        MWindow saved = models.createModelElement(MWindow.class);
        MPerspectiveStack perspectives = models.createModelElement(MPerspectiveStack.class);
        MPerspective lost = models.createModelElement(MPerspective.class);
        lost.setElementId(EXTENSION + ".perspective");
        application.getChildren().add(saved);
        saved.getChildren().add(perspectives);
        perspectives.getChildren().add(lost);
        perspectives.setSelectedElement(lost);

        correct(application);

        assertTrue(perspectives.getChildren().isEmpty());
        assertNull(perspectives.getSelectedElement());
    }

    /** Runs the processor as the platform does with a layout that it has read. */
    @SuppressWarnings("restriction") // only the platform makes processors
    private static void correct(MApplication application) {
        IEclipseContext services = Ui.page().getWorkbenchWindow().getService(IEclipseContext.class);
        IEclipseContext context = services.createChild();
        try {
            context.set(MApplication.class, application);
            Object processor = services.get(IContributionFactory.class)
                    .create(
                            "bundleclass://org.portio.extension.ui/org.portio.extension.ui.internal.lost.LostProcessor",
                            context);
            ContextInjectionFactory.invoke(processor, Execute.class, context);
        } finally {
            context.dispose();
        }
    }

    private static boolean isKnown() {
        return Ui.contributions(
                        "org.eclipse.ui.views",
                        element -> element.getContributor().getName().equals(EXTENSION) ? 1 : 0)
                > 0;
    }
}
