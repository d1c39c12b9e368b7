// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal;

import java.util.List;
import java.util.stream.Stream;
import org.eclipse.core.runtime.IConfigurationElement;

/**
 * A view that an extension places in a perspective. Its attributes are copies: those of the registry are gone as soon as the extension is.
 *
 * @param extension the extension's id
 * @param perspective the perspective's id, or * for all
 * @param relationship to the view {@code relative}: left, right, top, bottom or stack; or null
 * @param ratio the share of the space as text, or null
 */
record PlacedView(String extension, String perspective, String id, String relative, String relationship, String ratio) {

    private static final String ANY = "*";

    /** Returns those of one {@code perspectiveExtension} that are to be seen at once. */
    static List<PlacedView> of(IConfigurationElement target) {
        String perspective = target.getAttribute("targetID");
        return Stream.of(target.getChildren("view"))
                .filter(view -> view.getAttribute("id") != null && !"false".equals(view.getAttribute("visible")))
                .map(view -> of(perspective, view))
                .toList();
    }

    private static PlacedView of(String perspective, IConfigurationElement view) {
        return new PlacedView(
                view.getContributor().getName(),
                perspective,
                view.getAttribute("id"),
                view.getAttribute("relative"),
                view.getAttribute("relationship"),
                view.getAttribute("ratio"));
    }

    boolean isFor(String opened) {
        return ANY.equals(perspective) || opened.equals(perspective);
    }
}
