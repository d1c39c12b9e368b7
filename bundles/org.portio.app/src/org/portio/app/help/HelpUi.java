// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ILog;
import org.eclipse.help.IContext;
import org.eclipse.swt.widgets.Display;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.PartInitException;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.help.AbstractHelpUI;

/** Answers the commands of the platform's help with the documentation in the view Help, or in a window above a dialog. */
public final class HelpUi extends AbstractHelpUI {

    @Override
    public void displayHelp() {
        show(new Place(Library.CONTENTS, ""));
    }

    @Override
    public void displayDynamicHelp() {
        List<String> topics = Topics.here(Display.getCurrent());
        in(pane -> pane.openOn(topics));
    }

    @Override
    public void displaySearch() {
        in(HelpPane::focusSearch);
    }

    @Override
    public void search(String words) {
        in(pane -> pane.find(words));
    }

    @Override
    public void displayContext(IContext context, int x, int y) {
        displayDynamicHelp();
    }

    @Override
    public void displayHelpResource(String href) {
        show(Place.of(Library.CONTENTS, href));
    }

    @Override
    public boolean isContextHelpDisplayed() {
        return false;
    }

    static void show(Place place) {
        in(pane -> pane.open(place));
    }

    private static void in(Consumer<HelpPane> action) {
        Shell dialog = Topics.dialog(Display.getCurrent());
        IWorkbenchWindow window = PlatformUI.getWorkbench().getActiveWorkbenchWindow();
        if (dialog != null) {
            action.accept(HelpWindow.above(dialog).pane());
        } else if (window != null) {
            try {
                action.accept(((HelpView) window.getActivePage().showView(HelpView.ID)).pane());
            } catch (PartInitException e) {
                ILog.of(HelpUi.class).error(e.getMessage(), e);
            }
        }
    }
}
