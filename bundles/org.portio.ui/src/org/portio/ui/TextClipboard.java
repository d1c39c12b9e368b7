// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import org.eclipse.swt.dnd.Clipboard;
import org.eclipse.swt.dnd.TextTransfer;
import org.eclipse.swt.dnd.Transfer;
import org.eclipse.swt.widgets.Display;

/** Puts text where other programs paste it from. */
public final class TextClipboard {

    private TextClipboard() {}

    /** Copies a text; one that is empty leaves there what is. Must be called on the UI thread. */
    public static void set(String text) {
        if (text.isEmpty()) {
            return;
        }
        Clipboard clipboard = new Clipboard(Display.getCurrent());
        clipboard.setContents(new Object[] {text}, new Transfer[] {TextTransfer.getInstance()});
        clipboard.dispose();
    }
}
