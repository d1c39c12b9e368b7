// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.osgi.util.NLS;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StyledText;
import org.eclipse.swt.events.KeyEvent;
import org.eclipse.swt.events.KeyListener;
import org.eclipse.swt.graphics.Point;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.portio.ui.Labels;

/**
 * Finds words in a text widget, and selects them there. Enter finds the next one, Shift+Enter the previous one, Escape
 * closes.
 */
final class FindBar {

    private final StyledText target;
    private final Composite bar;
    private final Text word;
    private final Label result;

    FindBar(Composite parent, StyledText target) {
        this.target = target;
        bar = new Composite(parent, SWT.NONE);
        GridLayoutFactory.swtDefaults().numColumns(2).margins(2, 2).applyTo(bar);
        word = new Text(bar, SWT.SINGLE | SWT.SEARCH | SWT.ICON_CANCEL);
        Labels.name(word, Messages.FindBar_hint);
        word.setMessage(Messages.FindBar_hint);
        word.addModifyListener(_ -> find(target.getSelection().x, 1));
        word.addKeyListener(KeyListener.keyPressedAdapter(this::keyPressed));
        GridDataFactory.fillDefaults().hint(250, SWT.DEFAULT).applyTo(word);
        result = new Label(bar, SWT.NONE);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .applyTo(result);
        setVisible(false);
    }

    void open() {
        setVisible(true);
        word.setFocus();
        word.selectAll();
    }

    private void close() {
        setVisible(false);
        target.setFocus();
    }

    private void setVisible(boolean visible) {
        GridDataFactory.fillDefaults().grab(true, false).exclude(!visible).applyTo(bar);
        bar.setVisible(visible);
        bar.getParent().layout();
    }

    private void keyPressed(KeyEvent event) {
        Point selection = target.getSelection();
        if (event.keyCode == SWT.ESC) {
            close();
        } else if (event.keyCode == SWT.CR || event.keyCode == SWT.KEYPAD_CR) {
            boolean back = (event.stateMask & SWT.SHIFT) != 0;
            find(selection.x + (back ? -1 : 1), back ? -1 : 1);
        }
    }

    private void find(int from, int step) {
        String wanted = word.getText();
        if (wanted.isEmpty()) {
            result.setText("");
            return;
        }
        int offset = TextSearch.find(target.getText(), wanted, from, step);
        result.setText(offset < 0 ? Labels.shown(NLS.bind(Messages.FindBar_notFound, wanted)) : "");
        if (offset >= 0) {
            target.setSelection(offset, offset + wanted.length());
        }
    }
}
