// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal.lost;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.core.runtime.IExtension;
import org.eclipse.core.runtime.IExtensionPoint;
import org.eclipse.core.runtime.ILog;
import org.eclipse.core.runtime.IRegistryEventListener;
import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IPerspectiveRegistry;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;
import org.portio.extension.ui.internal.Messages;
import org.portio.ui.StatusNews;

/**
 * Replaces the open views of an extension that goes, is disabled or is switched off while the window is open, and closes its
 * perspectives.
 */
@Component(property = "event.topics=" + UIEvents.UILifeCycle.APP_STARTUP_COMPLETE)
public final class LostParts implements EventHandler, IRegistryEventListener {

    @Override
    public void handleEvent(Event event) {
        Platform.getExtensionRegistry().addListener(this);
        PlatformUI.getWorkbench().getDisplay().asyncExec(LostParts::afterStart);
    }

    @Deactivate
    void end() {
        Platform.getExtensionRegistry().removeListener(this);
    }

    @Override
    public void removed(IExtension[] gone) {
        if (PlatformUI.isWorkbenchRunning()) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(LostParts::look);
        }
    }

    @Override
    public void added(IExtension[] come) {
        // The platform reads views and perspectives when it starts.
    }

    @Override
    public void added(IExtensionPoint[] come) {
        // Only extensions count.
    }

    @Override
    public void removed(IExtensionPoint[] gone) {
        // Only extensions count.
    }

    /** Says which perspectives were closed before the windows were shown, and opens PortIO's own in a window that has none now. */
    private static void afterStart() {
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            List<String> closed = LostModel.closed(window.getService(MWindow.class));
            IWorkbenchPage page = window.getActivePage();
            if (!closed.isEmpty() && page != null) {
                if (page.getPerspective() == null) {
                    openDefault(page);
                }
                tell(window, closed);
            }
        }
    }

    private static void openDefault(IWorkbenchPage page) {
        IPerspectiveRegistry all = PlatformUI.getWorkbench().getPerspectiveRegistry();
        page.setPerspective(all.findPerspectiveWithId(all.getDefaultPerspective()));
    }

    private static void tell(IWorkbenchWindow window, List<String> closed) {
        String text = NLS.bind(Messages.LostParts_closed, String.join(", ", closed));
        ILog.of(LostParts.class).info(text);
        StatusNews.tell(window.getShell(), text);
    }

    private static void look() {
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            MWindow model = window.getService(MWindow.class);
            EModelService models = window.getService(EModelService.class);
            if (window.getActivePage() != null) {
                closePerspectives(window.getActivePage(), model, models);
            }
            LostModel.views(model).stream().filter(LostModel::isLost).forEach(part -> replace(part, model, models));
        }
    }

    private static void closePerspectives(IWorkbenchPage page, MWindow model, EModelService models) {
        MApplication application = page.getWorkbenchWindow().getService(MApplication.class);
        List<String> closed = new ArrayList<>();
        for (MPerspective perspective : models.findElements(model, null, MPerspective.class)) {
            if (LostModel.isLostPerspective(perspective.getElementId(), application)) {
                LostModel.disown(perspective);
                if (models.getActivePerspective(model) == perspective) {
                    openDefault(page);
                }
                models.removePerspectiveModel(perspective, model);
                closed.add(perspective.getLabel());
            }
        }
        if (!closed.isEmpty()) {
            tell(page.getWorkbenchWindow(), closed);
        }
    }

    /** Makes the view anew, in all places where it is: what is shown is made when it is first needed. */
    private static void replace(MPart part, MWindow window, EModelService models) {
        List<MPlaceholder> places = models
                .findElements(
                        window,
                        MPlaceholder.class,
                        EModelService.IN_ANY_PERSPECTIVE | EModelService.OUTSIDE_PERSPECTIVE,
                        place -> place instanceof MPlaceholder one && one.getRef() == part)
                .stream()
                .filter(MUIElement::isToBeRendered)
                .toList();
        List<MPlaceholder> front = places.stream()
                .filter(place -> place.getParent().getSelectedElement() == place)
                .toList();
        places.forEach(place -> place.setToBeRendered(false));
        LostModel.replaceWhileRunning(part);
        places.forEach(place -> place.setToBeRendered(true));
        front.forEach(place -> {
            MElementContainer<MUIElement> stack = place.getParent();
            stack.setSelectedElement(place);
        });
    }
}
