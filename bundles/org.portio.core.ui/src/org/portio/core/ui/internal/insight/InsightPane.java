// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.insight;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.portio.core.Connection;
import org.portio.core.insight.Insight;
import org.portio.ui.Labels;

/** Shows all of one insight, with the sockets concerned. UI thread only. */
final class InsightPane {

    /** The margin of the notes below tables. */
    private static final int MARGIN = 4;

    private final Text text;

    InsightPane(Composite parent) {
        Composite control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().extendedMargins(MARGIN, 0, 2, 0).applyTo(control);
        text = new Text(control, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
        GridDataFactory.fillDefaults().grab(true, true).applyTo(text);
        Labels.name(text, Messages.InsightPane_name);
        show(null);
    }

    /** Shows this one; says what to do if it is null. */
    void show(Insight insight) {
        String now = Labels.lines(insight == null ? Messages.InsightPane_none : text(insight));
        if (!now.equals(text.getText())) {
            int top = text.getTopIndex();
            text.setText(now);
            text.setTopIndex(top);
        }
    }

    private static String text(Insight insight) {
        List<String> lines = new ArrayList<>();
        lines.add(insight.what());
        lines.add(NLS.bind(Messages.InsightPane_seen, insight.evidence()));
        if (!insight.advice().isEmpty()) {
            lines.add(NLS.bind(Messages.InsightPane_try, insight.advice()));
        }
        lines.add("");
        insight.connections().stream().map(InsightPane::line).forEach(lines::add);
        return String.join("\n", lines);
    }

    private static String line(Connection socket) {
        return socket.protocol().label() + " " + socket.local()
                + (socket.remote() == null ? "" : " - " + socket.remote()) + " " + socket.stateText() + " "
                + socket.processText();
    }
}
