// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.util.List;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.commands.ICommandService;

/**
 * Commands that the platform declares for editors, wizards, navigators and the like, which there are none of here. They would do
 * nothing, and yet be found by Quick Access, Key Assist and the preferences of keys.
 */
final class DeadCommands {

    private static final String PREFIX = "org.eclipse.ui.";

    private static final List<String> NAMES = List.of(
            "newWizard",
            "activeContextInfo",
            "part.nextPage",
            "part.previousPage",
            "file.close",
            "file.closeAll",
            "file.closeAllSaved",
            "file.closeOthers",
            "file.export",
            "file.import",
            "file.print",
            "file.properties",
            "file.revert",
            "file.save",
            "file.saveAll",
            "edit.addBookmark",
            "edit.move",
            "edit.redo",
            "edit.rename",
            "edit.undo",
            "edit.text.contentAssist.contextInformation",
            "edit.text.contentAssist.proposals",
            "help.quickStartAction",
            "help.tipsAndTricksAction",
            "navigate.back",
            "navigate.backwardHistory",
            "navigate.collapseAll",
            "navigate.expandAll",
            "navigate.forward",
            "navigate.forwardHistory",
            "navigate.goInto",
            "navigate.linkWithEditor",
            "navigate.next",
            "navigate.nextSubTab",
            "navigate.previous",
            "navigate.previousSubTab",
            "navigate.showIn",
            "navigate.up",
            "window.activateEditor",
            "window.hideShowEditors",
            "window.newEditor",
            "window.nextEditor",
            "window.openEditorDropDown",
            "window.pinEditor",
            "window.previousEditor",
            "window.spy",
            "window.splitEditor",
            "window.switchToEditor");

    private DeadCommands() {}

    static void remove(IWorkbench workbench) {
        ICommandService commands = workbench.getService(ICommandService.class);
        NAMES.forEach(name -> commands.getCommand(PREFIX + name).undefine());
    }
}
