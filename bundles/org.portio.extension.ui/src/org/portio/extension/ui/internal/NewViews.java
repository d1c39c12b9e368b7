// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.UIEvents;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PlatformUI;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.event.Event;
import org.osgi.service.event.EventHandler;
import org.portio.extension.Extension;
import org.portio.extension.Extensions;

/**
 * Opens the views of extensions in perspectives that were saved before these came: once, at the place that the extension asks for. The
 * platform does so only in a perspective that is new or reset.
 */
@Component(
        property = {
            "event.topics=" + UIEvents.UILifeCycle.APP_STARTUP_COMPLETE,
            "event.topics=" + UIEvents.UILifeCycle.PERSPECTIVE_SWITCHED
        })
public final class NewViews implements EventHandler {

    private static final String POINT = "org.eclipse.ui.perspectiveExtensions";

    @Reference
    private Extensions extensions;

    private final Job look = Job.createSystem("Look for new views", (ICoreRunnable) _ -> look());

    @Override
    public void handleEvent(Event event) {
        look.schedule();
    }

    private void look() {
        List<Extension> installed = extensions.list();
        Set<String> ids = installed.stream().map(Extension::id).collect(Collectors.toSet());
        OpenedViews opened = new OpenedViews(ids);
        List<PlacedView> views = Contributions.read(POINT, PlacedView::of)
                .filter(view -> ids.contains(view.extension()))
                .toList();
        if (!views.isEmpty()) {
            PlatformUI.getWorkbench().getDisplay().asyncExec(() -> open(views, opened));
        }
    }

    private static void open(List<PlacedView> views, OpenedViews opened) {
        for (IWorkbenchWindow window : PlatformUI.getWorkbench().getWorkbenchWindows()) {
            IWorkbenchPage page = window.getActivePage();
            String perspective = perspective(window);
            if (page != null && perspective != null) {
                views.stream()
                        .filter(view -> view.isFor(perspective) && isKnown(view.id()))
                        .filter(view -> opened.add(view, perspective))
                        .forEach(view -> ViewPlace.open(page, view));
            }
        }
        if (opened.isChanged()) {
            Job.createSystem("Remember new views", (ICoreRunnable) _ -> opened.save())
                    .schedule();
        }
    }

    /** The platform learns of views when it starts: one that came since then is opened next time. */
    private static boolean isKnown(String id) {
        return PlatformUI.getWorkbench().getViewRegistry().find(id) != null;
    }

    /** Returns the id of the one that is open, or null. The page would ask the extension for it, which may just have gone. */
    private static String perspective(IWorkbenchWindow window) {
        MPerspective active =
                window.getService(EModelService.class).getActivePerspective(window.getService(MWindow.class));
        return active == null ? null : active.getElementId();
    }
}
