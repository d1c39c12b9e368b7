// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.view;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.jface.dialogs.IDialogConstants;
import org.eclipse.jface.dialogs.MessageDialog;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Shell;
import org.portio.core.PortioException;
import org.portio.firewall.Block;
import org.portio.firewall.ui.internal.BlockList;
import org.portio.firewall.ui.internal.Messages;
import org.portio.ui.Confirmation;
import org.portio.ui.Labels;
import org.portio.ui.TextClipboard;
import org.portio.ui.list.ChangeJob;

/** Opens ports again, after it has asked whether that is wanted. */
public final class Unblocking {

    private static final int MOST_LISTED = 15;

    private Unblocking() {}

    static void ask(Shell shell, BlockList list, List<Block> blocks) {
        if (Confirmation.UNBLOCK.isGiven(
                shell, Messages.Unblocking_title, question(blocks), Messages.Unblocking_unblock)) {
            start(shell, list, blocks);
        }
    }

    private static void start(Shell shell, BlockList list, List<Block> blocks) {
        List<UUID> ids = blocks.stream().map(Block::id).toList();
        String name = blocks.size() == 1
                ? NLS.bind(Messages.Unblocking_jobOne, blocks.getFirst().request())
                : NLS.bind(Messages.Unblocking_job, blocks.size());
        new ChangeJob(name, force -> list.firewall().unblock(ids, force))
                .offerForce(shell, Messages.Unblocking_force)
                .whenDenied(shell, denial -> denied(shell, blocks, denial))
                .then(list::refresh)
                .start();
    }

    private static void denied(Shell shell, List<Block> blocks, PortioException denial) {
        String[] buttons = {Messages.Unblocking_copy, IDialogConstants.CLOSE_LABEL};
        String text = Labels.shown(NLS.bind(Messages.Unblocking_denied, denial.getMessage()));
        if (MessageDialog.open(MessageDialog.WARNING, shell, Messages.Unblocking_title, text, SWT.NONE, buttons) == 0) {
            TextClipboard.set(commands(blocks));
        }
    }

    /** Returns the same for a terminal: a line for each block. */
    static String commands(List<Block> blocks) {
        return blocks.stream()
                .map(Block::request)
                .map(request -> "portio unblock " + request.ports() + " " + request.protocol())
                .distinct()
                .collect(Collectors.joining("\n"));
    }

    /** Names each block, unless there are more than one reads. */
    public static String question(List<Block> blocks) {
        if (blocks.size() == 1) {
            return NLS.bind(Messages.Unblocking_questionOne, text(blocks.getFirst()));
        }
        String listed = blocks.stream()
                .limit(MOST_LISTED)
                .map(block -> "\n    " + text(block))
                .collect(Collectors.joining());
        int more = blocks.size() - MOST_LISTED;
        String rest = more > 0 ? "\n    " + NLS.bind(Messages.Unblocking_more, more) : "";
        return NLS.bind(Messages.Unblocking_question, blocks.size()) + "\n" + listed + rest;
    }

    private static String text(Block block) {
        String reason = block.request().reason();
        return reason.isEmpty() ? block.request().toString() : block.request() + " (" + reason + ")";
    }
}
