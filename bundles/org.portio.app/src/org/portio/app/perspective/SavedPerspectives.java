// SPDX-License-Identifier: EPL-2.0
package org.portio.app.perspective;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.e4.ui.model.application.ui.MElementContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPlaceholder;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.IPageLayout;
import org.eclipse.ui.IPerspectiveDescriptor;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.internal.registry.PerspectiveDescriptor;
import org.eclipse.ui.internal.registry.PerspectiveRegistry;
import org.portio.ui.StatusNews;

/** The perspectives that the user has saved, as Window > Save Perspective As does. */
@SuppressWarnings("restriction") // the platform adds one from a file only while it imports preferences
final class SavedPerspectives {

    private final IWorkbenchWindow window;
    private final PerspectiveRegistry registry;

    SavedPerspectives(IWorkbenchWindow window) {
        this.window = window;
        registry = (PerspectiveRegistry) window.getWorkbench().getPerspectiveRegistry();
    }

    /** Returns whether a bundle brings a perspective of this name, which must stay as it is. */
    boolean isBuiltIn(String name) {
        return registry.findPerspectiveWithLabel(name) instanceof PerspectiveDescriptor one && one.isPredefined();
    }

    boolean has(String name) {
        return registry.findPerspectiveWithLabel(name) != null;
    }

    /** Adds it, in place of another of its name, and opens it; views that are not installed are left out, and named. */
    void add(MPerspective perspective) {
        List<String> missing = withoutMissingViews(perspective);
        IPerspectiveDescriptor before = registry.findPerspectiveWithLabel(perspective.getLabel());
        if (before != null) {
            window.getActivePage().closePerspective(before, false, false);
            registry.deletePerspective(before);
        }
        registry.addPerspective(perspective);
        window.getActivePage().setPerspective(registry.findPerspectiveWithLabel(perspective.getLabel()));
        StatusNews.tell(
                window.getShell(),
                missing.isEmpty()
                        ? NLS.bind(Messages.ImportPerspective_done, perspective.getLabel())
                        : NLS.bind(
                                Messages.ImportPerspective_without,
                                perspective.getLabel(),
                                String.join(", ", missing)));
    }

    private List<String> withoutMissingViews(MPerspective perspective) {
        EModelService models = window.getService(EModelService.class);
        List<String> missing = new ArrayList<>();
        for (MPlaceholder place : models.findElements(perspective, null, MPlaceholder.class)) {
            String view = viewOf(place);
            if (!view.equals(IPageLayout.ID_EDITOR_AREA)
                    && window.getWorkbench().getViewRegistry().find(view) == null) {
                missing.add(view);
                remove(place, place.getParent());
            }
        }
        return missing;
    }

    private static void remove(MUIElement element, MElementContainer<MUIElement> holder) {
        if (holder.getSelectedElement() == element) {
            holder.setSelectedElement(null);
        }
        holder.getChildren().remove(element);
        if (holder.getChildren().isEmpty()) {
            holder.setToBeRendered(false);
        }
    }

    /** Returns the id of the view; what follows a colon tells several of one kind apart. */
    private static String viewOf(MPlaceholder place) {
        String id = place.getElementId();
        int colon = id.indexOf(':');
        return colon < 0 ? id : id.substring(0, colon);
    }
}
