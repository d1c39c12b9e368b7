// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.status;

import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.CLabel;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.graphics.Rectangle;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Layout;

/**
 * Lays out the platform's status line: what PortIO says takes all the room, but for a message of the platform, which
 * stands behind it and gets at most a third. The platform's own layout would give that third, on the left, also to an
 * empty message. Its progress bar is not for here: jobs are shown beside the status line.
 */
final class StatusLayout extends Layout {

    private static final int GAP = 6;
    private static final int MESSAGE_PARTS = 3;

    private final Control status;

    StatusLayout(Control status) {
        this.status = status;
    }

    @Override
    protected Point computeSize(Composite line, int widthHint, int heightHint, boolean flushCache) {
        int height = 0;
        for (Control child : line.getChildren()) {
            height = Math.max(height, child.computeSize(SWT.DEFAULT, SWT.DEFAULT, flushCache).y);
        }
        return new Point(
                widthHint == SWT.DEFAULT ? height : widthHint, heightHint == SWT.DEFAULT ? height : heightHint);
    }

    @Override
    protected void layout(Composite line, boolean flushCache) {
        Rectangle area = line.getClientArea();
        int forMessage = 0;
        for (Control child : line.getChildren()) {
            if (child instanceof CLabel message && child != status) {
                forMessage = Math.min(width(message), area.width / MESSAGE_PARTS);
                message.setBounds(area.width - forMessage, 0, forMessage, area.height);
            } else if (child != status) {
                child.setBounds(area.width, 0, 0, area.height);
            }
        }
        int height = Math.min(area.height, status.computeSize(SWT.DEFAULT, SWT.DEFAULT).y);
        int width = Math.max(0, area.width - forMessage - 2 * GAP);
        status.setBounds(GAP, (area.height - height) / 2, width, height);
    }

    private static int width(CLabel message) {
        String text = message.getText(); // null at first
        return text == null || text.isEmpty() ? 0 : message.computeSize(SWT.DEFAULT, SWT.DEFAULT).x;
    }
}
