// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.ui.internal;

import java.util.List;
import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;
import org.eclipse.core.commands.ExecutionException;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.swt.SWT;
import org.eclipse.ui.IWorkbenchWindow;
import org.eclipse.ui.handlers.HandlerUtil;
import org.portio.testrun.RunReport;
import org.portio.ui.Labels;
import org.portio.ui.list.ChangeJob;
import org.portio.ui.list.SelectedRows;

/** Removes what PortIO made for the selected runs. Asks first. */
public final class RevertHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) throws ExecutionException {
        IWorkbenchWindow window = HandlerUtil.getActiveWorkbenchWindowChecked(event);
        List<RunReport> selected = SelectedRows.of(event, RunReport.class).stream()
                .filter(RunTester::canRevert)
                .toList();
        if (!selected.isEmpty() && isWanted(window, selected)) {
            TestRunList list = TestRunList.of(window);
            new ChangeJob(Messages.RevertHandler_job, _ -> Reverting.revert(list.ender(), selected))
                    .then(list::refreshLater)
                    .start();
        }
        return null;
    }

    private static boolean isWanted(IWorkbenchWindow window, List<RunReport> selected) {
        String[] buttons = {Messages.RevertHandler_revert, Messages.cancel};
        return MessageDialog.open(
                        MessageDialog.QUESTION,
                        window.getShell(),
                        Messages.RevertHandler_title,
                        Labels.shown(Reverting.question(selected)),
                        SWT.NONE,
                        buttons)
                == 0;
    }
}
