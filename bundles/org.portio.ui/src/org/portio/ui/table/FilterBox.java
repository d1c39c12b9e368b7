// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.portio.ui.Labels;
import org.portio.ui.internal.Messages;

/** The field for the filter. Escape empties it, arrow down moves to the rows. */
final class FilterBox {

    private final Text text;

    FilterBox(Composite parent, TableTexts texts, String filter, Consumer<String> onChange, Runnable onLeave) {
        text = new Text(parent, SWT.SINGLE | SWT.SEARCH | SWT.ICON_SEARCH | SWT.ICON_CANCEL);
        Labels.name(text, Messages.FilterBox_name);
        text.setMessage(texts.filterHint());
        text.setText(filter);
        text.setToolTipText(NLS.bind(Messages.FilterBox_tooltip, texts.filterExamples()));
        text.addModifyListener(_ -> onChange.accept(text.getText()));
        text.addKeyListener(KeyListener.keyPressedAdapter(event -> {
            if (event.keyCode == SWT.ESC) {
                clear();
            } else if (event.keyCode == SWT.ARROW_DOWN) {
                onLeave.run();
            }
        }));
    }

    Control control() {
        return text;
    }

    void clear() {
        text.setText("");
    }

    void focus() {
        text.setFocus();
        text.selectAll();
    }
}
