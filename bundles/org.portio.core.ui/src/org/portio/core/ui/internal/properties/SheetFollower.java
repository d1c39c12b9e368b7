// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.views.properties.IPropertySheetPage;
import org.eclipse.ui.views.properties.PropertySheet;

/**
 * Makes a view Properties that is opened while a view without properties is active show those of the connections: by
 * itself it would say that there are none.
 */
public final class SheetFollower implements IPartListener2 {

    private final IWorkbenchPart source;

    private SheetFollower(IWorkbenchPart source) {
        this.source = source;
    }

    /**
     * Follows a part that provides a page for the view Properties, until it is closed; call it while the part is being
     * created.
     */
    public static void bind(IWorkbenchPart source) {
        source.getSite().getPage().addPartListener(new SheetFollower(source));
    }

    @Override
    public void partVisible(IWorkbenchPartReference reference) {
        if (reference.getPart(false) instanceof PropertySheet sheet
                && !(sheet.getCurrentPage() instanceof IPropertySheetPage)) {
            sheet.partActivated(source);
            sheet.selectionChanged(
                    source, source.getSite().getSelectionProvider().getSelection());
        }
    }

    @Override
    public void partClosed(IWorkbenchPartReference reference) {
        if (reference.getPart(false) == source) {
            source.getSite().getPage().removePartListener(this);
        }
    }
}
