// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import java.util.Optional;
import org.eclipse.core.commands.Command;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.Status;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;
import org.eclipse.ui.statushandlers.StatusManager;
import org.portio.ui.TextClipboard;

/** Follows remedies as far as this workbench has a command for them. On the UI thread. */
record RemedyLinks(IServiceLocator services) {

    void copy(String text) {
        TextClipboard.set(text);
    }

    /** Other bundles bring some of these commands, and may not be there. */
    Optional<RemedyAction> action(String remedy) {
        return RemedyAction.of(remedy).filter(action -> command(action).isDefined());
    }

    private Command command(RemedyAction action) {
        return services.getService(ICommandService.class).getCommand(action.command());
    }

    void run(RemedyAction action) {
        try {
            services.getService(IHandlerService.class)
                    .executeCommand(ParameterizedCommand.generateCommand(command(action), action.parameters()), null);
        } catch (CommandException e) {
            StatusManager.getManager().handle(Status.error(e.getMessage(), e), StatusManager.SHOW | StatusManager.LOG);
        }
    }
}
