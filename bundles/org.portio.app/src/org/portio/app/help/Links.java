// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import org.eclipse.core.commands.common.CommandException;
import org.eclipse.core.runtime.ILog;
import org.eclipse.swt.program.Program;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.IHandlerService;
import org.eclipse.ui.services.IServiceLocator;

/** Links that lead out of the documentation: {@code command:} runs a command of the window, and addresses open in the browser. */
final class Links {

    private static final String COMMAND = "command:";
    private static final String HELP = "help:";

    private Links() {}

    static void open(String link) {
        if (link.startsWith(COMMAND)) {
            run(link.substring(COMMAND.length()));
        } else if (link.startsWith(HELP)) {
            HelpUi.show(Place.of(Library.CONTENTS, link.substring(HELP.length())));
        } else if (link.startsWith("https:") || link.startsWith("http:")) {
            Program.launch(link);
        }
    }

    private static void run(String serialized) {
        IServiceLocator services = PlatformUI.getWorkbench();
        try {
            services.getService(IHandlerService.class)
                    .executeCommand(services.getService(ICommandService.class).deserialize(serialized), null);
        } catch (CommandException e) {
            ILog.of(Links.class).error(serialized, e);
        }
    }
}
