// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.util.function.Consumer;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;
import org.eclipse.ui.model.ContributionComparator;
import org.eclipse.ui.model.IContributionService;
import org.eclipse.ui.statushandlers.AbstractStatusHandler;
import org.portio.app.preferences.PageOrder;

/** Remembers windows from one start to the next, and opens the first with the perspective Ports. */
final class PortioWorkbenchAdvisor extends WorkbenchAdvisor {

    private final Consumer<Shell> first;
    private AbstractStatusHandler errors;

    /** Creates one with what the first window is given as soon as it is there. */
    PortioWorkbenchAdvisor(Consumer<Shell> first) {
        this.first = first;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
        UnstyledRows.in(configurer.getWorkbench().getDisplay());
    }

    @Override
    public void postStartup() {
        LibraryLogging.start();
        SystemColors.follow(PlatformUI.getWorkbench());
        first.accept(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell());
        FirstStart.welcome(PlatformUI.getWorkbench().getActiveWorkbenchWindow());
    }

    @Override
    public AbstractStatusHandler getWorkbenchErrorHandler() {
        if (errors == null) {
            errors = new ReadableErrors();
        }
        return errors;
    }

    @Override
    public ContributionComparator getComparatorFor(String contributionType) {
        return IContributionService.TYPE_PREFERENCE.equals(contributionType)
                ? new PageOrder()
                : super.getComparatorFor(contributionType);
    }

    @Override
    public String getInitialWindowPerspectiveId() {
        return PortsPerspective.ID;
    }

    @Override
    public WorkbenchWindowAdvisor createWorkbenchWindowAdvisor(IWorkbenchWindowConfigurer configurer) {
        return new PortioWindowAdvisor(configurer);
    }
}
