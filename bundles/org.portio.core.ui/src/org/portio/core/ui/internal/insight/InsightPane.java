// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.insight;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.portio.core.Connection;
import org.portio.core.insight.Insight;
import org.portio.ui.Labels;

/** Shows all of one insight, with the sockets concerned. UI thread only. */
final class InsightPane {

    private final Text text;

    InsightPane(Composite parent) {
        text = new Text(parent, SWT.MULTI | SWT.READ_ONLY | SWT.WRAP | SWT.V_SCROLL);
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
        return Stream.concat(
                        Stream.of(insight.what(), insight.evidence(), insight.advice(), "")
                                .filter(line -> line.isEmpty() || !line.isBlank()),
                        insight.connections().stream().map(InsightPane::line))
                .collect(Collectors.joining("\n"));
    }

    private static String line(Connection socket) {
        return socket.protocol().label() + " " + socket.local()
                + (socket.remote() == null ? "" : " - " + socket.remote()) + " " + socket.stateText() + " "
                + socket.processText();
    }
}
