// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyleRange;
import org.eclipse.swt.graphics.Font;
import org.portio.app.help.Block.Kind;

/** The fonts of a page, which are those of the workbench, as the user has set them. */
record PageLook(Font title, Font heading, Font code) {

    static PageLook ofWorkbench() {
        return new PageLook(
                JFaceResources.getHeaderFont(), JFaceResources.getBannerFont(), JFaceResources.getTextFont());
    }

    StyleRange style(Block block, Span span, int start) {
        StyleRange style = new StyleRange();
        style.start = start;
        style.length = span.text().length();
        boolean strong = span.bold() || block.kind() == Kind.TERM;
        style.fontStyle = (strong ? SWT.BOLD : SWT.NORMAL) | (span.italic() ? SWT.ITALIC : SWT.NORMAL);
        if (block.kind() == Kind.HEADING) {
            style.font = block.level() == 1 ? title : heading;
        } else if (span.code() && !span.isLink()) {
            style.font = code;
        }
        if (span.isLink()) {
            style.underline = true;
            style.underlineStyle = SWT.UNDERLINE_LINK;
            style.data = span.target();
        }
        return style;
    }
}
