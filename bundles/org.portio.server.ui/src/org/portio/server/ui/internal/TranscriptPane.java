// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal;

import java.time.ZoneId;
import org.eclipse.jface.action.MenuManager;
import org.eclipse.jface.action.Separator;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.IWorkbenchActionConstants;
import org.eclipse.ui.IWorkbenchPartSite;
import org.portio.ui.Labels;

/** Shows what the clients of a server did, the newest last. A user at its end sees new lines. UI thread only. */
final class TranscriptPane {

    /** Id of its context menu. */
    private static final String MENU = "org.portio.reservation.ui.transcript";

    /** The margin of the notes below tables. */
    private static final int MARGIN = 4;

    private final Label title;
    private final StyledText text;

    TranscriptPane(Composite parent, IWorkbenchPartSite site) {
        Composite control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().spacing(0, 2).applyTo(control);
        title = new Label(control, SWT.NONE);
        GridDataFactory.fillDefaults().indent(MARGIN, 2).grab(true, false).applyTo(title);
        text = new StyledText(control, SWT.MULTI | SWT.READ_ONLY | SWT.H_SCROLL | SWT.V_SCROLL);
        text.setFont(JFaceResources.getTextFont());
        text.setMargins(MARGIN, 0, MARGIN, 0);
        // Tab leads on, as from any other field.
        text.addTraverseListener(event ->
                event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        Labels.name(text, Messages.TranscriptPane_name);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
        MenuManager menu = new MenuManager();
        menu.add(new Separator(IWorkbenchActionConstants.MB_ADDITIONS));
        text.setMenu(menu.createContextMenu(text));
        site.registerContextMenu(MENU, menu, null);
        show(ServerWatch.Transcript.NONE);
    }

    void show(ServerWatch.Transcript transcript) {
        title.setText(Labels.shown(titleOf(transcript)));
        String lines = TranscriptText.of(transcript.entries(), ZoneId.systemDefault());
        if (!lines.equals(text.getText())) {
            replace(lines);
        }
    }

    private static String titleOf(ServerWatch.Transcript transcript) {
        if (transcript.server() == null) {
            return Messages.TranscriptPane_none;
        }
        String text = transcript.entries().isEmpty() ? Messages.TranscriptPane_empty : Messages.TranscriptPane_title;
        return NLS.bind(text, transcript.server());
    }

    private void replace(String lines) {
        boolean atEnd = text.getTopPixel() + text.getClientArea().height >= text.getLineCount() * text.getLineHeight();
        int top = text.getTopIndex();
        Point selection = text.getSelection();
        text.setRedraw(false);
        text.setText(lines);
        text.setSelection(Math.min(selection.x, lines.length()), Math.min(selection.y, lines.length()));
        text.setTopIndex(atEnd ? text.getLineCount() - 1 : top);
        text.setRedraw(true);
    }
}
