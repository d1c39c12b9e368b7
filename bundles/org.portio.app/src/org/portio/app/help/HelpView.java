// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import org.eclipse.jface.action.Action;
import org.eclipse.jface.action.IToolBarManager;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.ISharedImages;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.part.ViewPart;

/** The documentation that comes with the program: it needs neither a browser nor a network. */
public final class HelpView extends ViewPart {

    public static final String ID = "org.portio.app.help";

    private HelpPane pane;

    @Override
    public void createPartControl(Composite parent) {
        pane = new HelpPane(parent, HelpFiles.library(PlatformUI.getWorkbench()), Links::open);
        Action back = action(
                Messages.HelpView_back, ISharedImages.IMG_TOOL_BACK, ISharedImages.IMG_TOOL_BACK_DISABLED, pane::back);
        Action forward = action(
                Messages.HelpView_forward,
                ISharedImages.IMG_TOOL_FORWARD,
                ISharedImages.IMG_TOOL_FORWARD_DISABLED,
                pane::forward);
        IToolBarManager bar = getViewSite().getActionBars().getToolBarManager();
        bar.add(back);
        bar.add(forward);
        pane.onMove(() -> {
            back.setEnabled(pane.hasBefore());
            forward.setEnabled(pane.hasAfter());
        });
        pane.open(new Place(Library.CONTENTS, ""));
    }

    private static Action action(String name, String image, String disabled, Runnable run) {
        ISharedImages images = PlatformUI.getWorkbench().getSharedImages();
        Action action = new Action(name, images.getImageDescriptor(image)) {
            @Override
            public void run() {
                run.run();
            }
        };
        action.setDisabledImageDescriptor(images.getImageDescriptor(disabled));
        return action;
    }

    HelpPane pane() {
        return pane;
    }

    @Override
    public void setFocus() {
        pane.page().setFocus();
    }
}
