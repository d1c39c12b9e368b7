// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import org.eclipse.core.runtime.ILog;
import org.eclipse.help.IContext;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.help.AbstractHelpUI;

/** Answers all commands of the platform's help with the one page that there is. */
public final class HelpPage extends AbstractHelpUI {

    @Override
    public void displayHelp() {
        show();
    }

    @Override
    public void displayDynamicHelp() {
        show();
    }

    @Override
    public void displaySearch() {
        show();
    }

    @Override
    public void search(String words) {
        HelpView view = show();
        if (view != null) {
            view.find(words);
        }
    }

    @Override
    public void displayContext(IContext context, int x, int y) {
        show();
    }

    @Override
    public void displayHelpResource(String href) {
        show();
    }

    @Override
    public boolean isContextHelpDisplayed() {
        return false;
    }

    /** Returns null if there is no window to show it in. */
    private static HelpView show() {
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        try {
            return window == null ? null : (HelpView) window.getActivePage().showView(HelpView.ID);
        } catch (PartInitException e) {
            ILog.of(HelpPage.class).error(e.getMessage(), e);
            return null;
        }
    }
}
