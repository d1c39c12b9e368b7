// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal;

import java.util.List;
import org.eclipse.core.runtime.ILog;
import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MPartSashContainerElement;
import org.eclipse.e4.ui.model.application.ui.basic.MPartStack;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.e4.ui.workbench.modeling.EPartService;
import org.eclipse.ui.IWorkbenchPage;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;

/** The place of a view in a perspective that is open, as an extension describes it for a new one. */
final class ViewPlace {

    private static final float HALF = 0.5f;
    private static final float LEAST = 0.05f;

    private final EModelService models;
    private final EPartService parts;
    private final MPerspective perspective;
    private final PlacedView view;

    private ViewPlace(IWorkbenchWindow window, PlacedView view) {
        models = window.getService(EModelService.class);
        parts = window.getService(EPartService.class);
        perspective = models.getActivePerspective(window.getService(MWindow.class));
        this.view = view;
    }

    /** Opens the view there, in front; the active part stays active. */
    static void open(IWorkbenchPage page, PlacedView view) {
        String id = view.id();
        ViewPlace place = new ViewPlace(page.getWorkbenchWindow(), view);
        if (place.find(id) == null) {
            place.make(id);
        }
        try {
            page.showView(id, null, IWorkbenchPage.VIEW_VISIBLE);
        } catch (PartInitException e) {
            ILog.of(ViewPlace.class).warn(e.getMessage(), e);
        }
    }

    private MPlaceholder find(String id) {
        List<MPlaceholder> places = models.findElements(perspective, id, MPlaceholder.class);
        return places.isEmpty() ? null : places.getFirst();
    }

    /** Makes a place beside another view; without that, the platform finds one. */
    private void make(String id) {
        MPlaceholder relative = find(view.relative());
        if (relative == null) {
            return;
        }
        MPlaceholder place = parts.createSharedPart(id, false);
        if (place.getRef() instanceof MPart part) {
            part.setCurSharedRef(place);
        }
        MElementContainer<MUIElement> neighbours = relative.getParent();
        int where = side(String.valueOf(view.relationship()));
        if (where < 0) {
            neighbours.getChildren().add(place);
        } else if ((Object) neighbours instanceof MPartSashContainerElement stack) {
            MPartStack own = models.createModelElement(MPartStack.class);
            own.getChildren().add(place);
            boolean isFirst = where == EModelService.LEFT_OF || where == EModelService.ABOVE;
            models.insert(own, stack, where, isFirst ? ratio() : 1 - ratio());
        }
    }

    private static int side(String relationship) {
        return switch (relationship) {
            case "left" -> EModelService.LEFT_OF;
            case "right" -> EModelService.RIGHT_OF;
            case "top" -> EModelService.ABOVE;
            case "bottom" -> EModelService.BELOW;
            default -> -1;
        };
    }

    /** Returns the share of the space that the view that is left or above gets. */
    private float ratio() {
        try {
            return Math.clamp(Float.parseFloat(String.valueOf(view.ratio())), LEAST, 1 - LEAST);
        } catch (NumberFormatException _) {
            return HALF;
        }
    }
}
