// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal.lost;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.core.runtime.Platform;
import org.eclipse.e4.ui.model.application.MApplication;
import org.eclipse.e4.ui.model.application.ui.MSnippetContainer;
import org.eclipse.e4.ui.model.application.ui.MUIElement;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspective;
import org.eclipse.e4.ui.model.application.ui.advanced.MPerspectiveStack;
import org.eclipse.e4.ui.model.application.ui.basic.MPart;
import org.eclipse.e4.ui.model.application.ui.basic.MWindow;
import org.eclipse.e4.ui.workbench.modeling.EModelService;
import org.portio.extension.ui.internal.Contributions;

/**
 * The views and perspectives in a layout whose extension is not there. The platform would show an error in place of such a view, and
 * make a local copy of such a perspective.
 */
final class LostModel {

    private static final String LOST = "bundleclass://org.portio.extension.ui/" + LostView.class.getName();
    private static final String VIEW =
            "bundleclass://org.eclipse.ui.workbench/org.eclipse.ui.internal.e4.compatibility.CompatibilityView";
    /** The platform remembers with each view from which bundle it is. */
    private static final String BUNDLE = "originalCompatibilityViewBundle";

    /** The id that a view had before it was replaced in a running window. */
    private static final String ID = "org.portio.extension.ui.lost";

    /** The key under which a window has the names of the perspectives that it was shown without, for as long as it is open. */
    private static final String CLOSED = "org.portio.extension.ui.closed";

    private LostModel() {}

    /** Returns the id of the extension that a view belongs to. */
    static String extension(MPart part) {
        return part.getPersistedState().getOrDefault(BUNDLE, "");
    }

    /** Returns all views of a window, each of which may have places in several perspectives. */
    static List<MPart> views(MWindow window) {
        return window.getSharedElements().stream()
                .filter(MPart.class::isInstance)
                .map(MPart.class::cast)
                .toList();
    }

    /** Returns whether the platform would look for the view in vain. */
    static boolean isLost(MPart part) {
        return VIEW.equals(part.getContributionURI())
                && Platform.getBundle(extension(part)) == null
                && !isContributed(part);
    }

    private static boolean isContributed(MPart part) {
        String id = part.getPersistedState().getOrDefault(ID, part.getElementId());
        int secondary = id.indexOf(':');
        return ids("org.eclipse.ui.views").contains(secondary < 0 ? id : id.substring(0, secondary));
    }

    /**
     * Makes the part say, in its place, why the view is not there. The platform knows views until it ends, so the part gets another
     * id for as long.
     */
    static void replaceWhileRunning(MPart part) {
        part.setContributionURI(LOST);
        part.getPersistedState().put(ID, part.getElementId());
        disown(part);
    }

    /** Gives it an id that is nobody's: the platform, which asked for the extension of the old one, would get an exception. */
    static void disown(MUIElement element) {
        element.setElementId(ID + ":" + element.getElementId());
    }

    /** Replaces what is lost, and puts back what has come again; before the platform reads the layout. */
    static void correct(MApplication application, EModelService models) {
        Set<String> known = ids("org.eclipse.ui.perspectives");
        for (MWindow window : application.getChildren()) {
            views(window).forEach(LostModel::correct);
            List<String> closed = models.findElements(window, null, MPerspectiveStack.class).stream()
                    .flatMap(stack -> closeLost(stack, known, application))
                    .toList();
            window.getTransientData().put(CLOSED, closed);
        }
    }

    /** Returns the names of the perspectives that were closed before this window was shown. */
    static List<String> closed(MWindow window) {
        return window.getTransientData().get(CLOSED) instanceof List<?> names
                ? names.stream().map(String::valueOf).toList()
                : List.of();
    }

    private static void correct(MPart part) {
        String id = part.getPersistedState().remove(ID);
        if (id != null) {
            part.setElementId(id);
        }
        if (isLost(part)) {
            part.setContributionURI(LOST);
        } else if (LOST.equals(part.getContributionURI()) && isContributed(part)) {
            part.setContributionURI(VIEW);
        }
    }

    /** Returns the names of those that it closed. Even the last one: the platform would keep a copy, of which nobody could be rid. */
    private static Stream<String> closeLost(MPerspectiveStack stack, Set<String> known, MApplication application) {
        List<MPerspective> lost = stack.getChildren().stream()
                .filter(perspective -> isLost(perspective.getElementId(), known, application))
                .toList();
        MPerspective selected = stack.getSelectedElement();
        stack.getChildren().removeAll(lost);
        if (lost.contains(selected)) {
            stack.setSelectedElement(
                    stack.getChildren().isEmpty() ? null : stack.getChildren().getFirst());
        }
        return lost.stream().map(MPerspective::getLabel);
    }

    /** Returns whether there is no perspective of this id: neither a bundle's nor one that the user has saved. */
    static boolean isLostPerspective(String id, MApplication application) {
        return isLost(id, ids("org.eclipse.ui.perspectives"), application);
    }

    private static boolean isLost(String id, Set<String> known, MSnippetContainer application) {
        return !known.contains(id)
                && application.getSnippets().stream()
                        .map(MUIElement::getElementId)
                        .noneMatch(id::equals);
    }

    private static Set<String> ids(String point) {
        return Contributions.read(point, element -> List.of(String.valueOf(element.getAttribute("id"))))
                .collect(Collectors.toSet());
    }
}
