// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import java.util.function.Consumer;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;

/** Tells whether a part can be seen, until it is closed. */
public final class VisibilityListener implements IPartListener2 {

    private final IWorkbenchPart part;
    private final Consumer<Boolean> onChange;

    private VisibilityListener(IWorkbenchPart part, Consumer<Boolean> onChange) {
        this.part = part;
        this.onChange = onChange;
    }

    /** Calls the function on the UI thread at each change. To be used while the part is being created. */
    public static void bind(IWorkbenchPart part, Consumer<Boolean> onChange) {
        part.getSite().getPage().addPartListener(new VisibilityListener(part, onChange));
    }

    @Override
    public void partVisible(IWorkbenchPartReference reference) {
        tell(reference, true);
    }

    @Override
    public void partHidden(IWorkbenchPartReference reference) {
        tell(reference, false);
    }

    @Override
    public void partClosed(IWorkbenchPartReference reference) {
        tell(reference, false);
        if (reference.getPart(false) == part) {
            part.getSite().getPage().removePartListener(this);
        }
    }

    private void tell(IWorkbenchPartReference reference, boolean visible) {
        if (reference.getPart(false) == part) {
            onChange.accept(visible);
        }
    }
}
