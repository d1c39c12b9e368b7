// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Text;
import org.portio.core.filter.Filter;
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

    /** Adds what is missing of these terms; a filter with alternatives gives way to them, as they would narrow the last one only. */
    void narrow(String terms) {
        Set<String> all = new LinkedHashSet<>(List.of(text.getText().strip().split("\\s+")));
        if (all.stream().anyMatch(Filter.OR::equalsIgnoreCase)) {
            all.clear();
        }
        all.addAll(List.of(terms.split(" ")));
        text.setText(String.join(" ", all).strip());
    }

    void focus() {
        text.setFocus();
        text.selectAll();
    }
}
