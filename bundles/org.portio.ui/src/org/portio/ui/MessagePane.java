// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import org.eclipse.jface.action.LegacyActionTools;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.widgets.WidgetFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Link;

/** Content of a view, or in its place a message why there is none, with one thing to do about it. UI thread only. */
public final class MessagePane {

    private static final int WIDTH_HINT = 400;

    private final Composite stack;
    private final StackLayout layout = new StackLayout();
    private final Composite body;
    private final Composite page;
    private final Label message;
    private final Link link;
    private Runnable action = this::showBody;

    public MessagePane(Composite parent) {
        stack = WidgetFactory.composite(SWT.NONE).layout(layout).create(parent);
        body = WidgetFactory.composite(SWT.NONE).layout(new FillLayout()).create(stack);
        page = WidgetFactory.composite(SWT.NONE).create(stack);
        GridLayoutFactory.fillDefaults().margins(20, 20).applyTo(page);
        message = new Label(page, SWT.WRAP | SWT.CENTER);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(WIDTH_HINT, SWT.DEFAULT)
                .applyTo(message);
        link = new Link(page, SWT.NONE);
        link.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> action.run()));
        GridDataFactory.swtDefaults().align(SWT.CENTER, SWT.BEGINNING).applyTo(link);
        layout.topControl = body;
    }

    public Composite control() {
        return stack;
    }

    /** Parent for the content; its one child fills it. */
    public Composite body() {
        return body;
    }

    public void showBody() {
        show(body);
    }

    public void showMessage(String text) {
        showMessage(text, "", this::showBody);
    }

    /** Shows a message with a link below it that runs the action; without a link where its text is empty. */
    public void showMessage(String text, String linkText, Runnable linkAction) {
        message.setText(LegacyActionTools.escapeMnemonics(text));
        link.setText(linkText.isEmpty() ? "" : "<a>" + linkText + "</a>");
        action = linkAction;
        page.layout();
        show(page);
    }

    private void show(Composite top) {
        if (layout.topControl != top) {
            layout.topControl = top;
            stack.layout();
        }
    }
}
