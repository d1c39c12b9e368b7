// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.application.IWorkbenchConfigurer;
import org.eclipse.ui.application.IWorkbenchWindowConfigurer;
import org.eclipse.ui.application.WorkbenchAdvisor;
import org.eclipse.ui.application.WorkbenchWindowAdvisor;

/** Remembers windows from one start to the next, and opens the first with the perspective Ports. */
final class PortioWorkbenchAdvisor extends WorkbenchAdvisor {

    private final LastEnd last;

    /** With what is to be told of the last time. */
    PortioWorkbenchAdvisor(LastEnd last) {
        this.last = last;
    }

    @Override
    public void initialize(IWorkbenchConfigurer configurer) {
        configurer.setSaveAndRestore(true);
        UnstyledRows.in(configurer.getWorkbench().getDisplay());
    }

    @Override
    public void postStartup() {
        LibraryLogging.start();
        last.tell(PlatformUI.getWorkbench().getActiveWorkbenchWindow().getShell());
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
