// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal.repository;

import java.util.List;
import org.eclipse.jface.dialogs.PageChangingEvent;
import org.eclipse.jface.wizard.IWizardPage;
import org.eclipse.jface.wizard.Wizard;
import org.eclipse.jface.wizard.WizardDialog;
import org.eclipse.swt.graphics.Point;
import org.eclipse.ui.IWorkbenchWindow;
import org.portio.extension.Extension;
import org.portio.extension.repository.Plan;
import org.portio.extension.ui.internal.ExtensionList;
import org.portio.extension.ui.internal.Messages;
import org.portio.extension.ui.internal.RestartNote;

/** Installs features of a repository: chooses them, shows what comes along and from whom, and installs. */
final class SoftwareWizard extends Wizard {

    private static final Point SIZE = new Point(760, 640);

    private final IWorkbenchWindow window;
    private final Session session = new Session();
    private final OfferPage offers = new OfferPage(session);
    private final TermsPage terms = new TermsPage();

    SoftwareWizard(IWorkbenchWindow window) {
        this.window = window;
        setWindowTitle(Messages.SoftwareWizard_title);
        setNeedsProgressMonitor(true);
    }

    void open() {
        WizardDialog dialog = new WizardDialog(window.getShell(), this);
        dialog.setPageSize(SIZE);
        dialog.setHelpAvailable(false);
        dialog.addPageChangingListener(this::leaving);
        dialog.open();
    }

    @Override
    public void addPages() {
        addPage(offers);
        addPage(terms);
    }

    /** Plans and downloads before the terms are shown: who signed a jar is known only then. */
    private void leaving(PageChangingEvent event) {
        if (event.getTargetPage() == terms) {
            event.doit = offers.run(progress -> {
                Plan plan = session.prepare(offers.chosen(), progress);
                offers.show(plan.obstacles());
            });
            if (event.doit && session.download() != null) {
                terms.show(session.plan(), session.download());
            } else {
                event.doit = false;
            }
        }
    }

    @Override
    public boolean canFinish() {
        IWizardPage current = getContainer().getCurrentPage();
        return current == terms && terms.isPageComplete();
    }

    @Override
    public boolean performFinish() {
        List<Extension> installed = new java.util.ArrayList<>();
        boolean done = terms.run(_ -> installed.addAll(session.install()));
        ExtensionList.of(window).refreshLater();
        if (done) {
            RestartNote.added(window.getShell(), installed);
        }
        return done;
    }

    @Override
    public void dispose() {
        session.close();
        super.dispose();
    }
}
