// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import org.eclipse.swt.widgets.Composite;
import org.eclipse.ui.part.ViewPart;

/** The page for those who are here for the first time: questions, each with the command or view that answers it as a link. */
public final class WelcomeView extends ViewPart {

    public static final String ID = "org.portio.app.welcome";

    private static final String PAGE = "/help/welcome.md";

    private PageText text;

    @Override
    public void createPartControl(Composite parent) {
        text = new PageText(parent, Messages.WelcomeView_page, Links::open);
        text.show(Page.read(PAGE, HelpFiles.text(PAGE)));
    }

    @Override
    public void setFocus() {
        text.control().setFocus();
    }
}
