// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal;

import java.util.Map;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.commands.IElementUpdater;
import org.eclipse.ui.handlers.HandlerUtil;
import org.eclipse.ui.menus.UIElement;
import org.portio.ui.PortioPreferences;

/** Makes the rows of all tables lower, or as high as they were. */
public final class CompactHandler extends AbstractHandler implements IElementUpdater {

    @Override
    public Object execute(ExecutionEvent event) {
        IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(PortioPreferences.NODE);
        preferences.putBoolean(PortioPreferences.COMPACT, !PortioPreferences.isCompact());
        HandlerUtil.getActiveWorkbenchWindow(event)
                .getService(ICommandService.class)
                .refreshElements(event.getCommand().getId(), null);
        return null;
    }

    @Override
    public void updateElement(UIElement element, @SuppressWarnings("rawtypes") Map parameters) {
        element.setChecked(PortioPreferences.isCompact());
    }
}
