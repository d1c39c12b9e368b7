// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.e4.ui.css.swt.theme.ITheme;
import org.eclipse.e4.ui.css.swt.theme.IThemeEngine;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;

/** Changes between the light and the dark theme; the platform remembers which. */
@SuppressWarnings("restriction") // the platform's theme engine has no public API
public final class ToggleThemeHandler extends AbstractHandler {

    private static final String LIGHT = "org.eclipse.e4.ui.css.theme.e4_default";
    private static final String DARK = "org.eclipse.e4.ui.css.theme.e4_dark";

    @Override
    public Object execute(ExecutionEvent event) {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindow(event);
        IThemeEngine engine = window.getService(IThemeEngine.class);
        ITheme active = engine.getActiveTheme();
        boolean dark = active != null && active.getId().startsWith(DARK);
        engine.setTheme(dark ? LIGHT : DARK, true);
        return null;
    }
}
