// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.widgets.WidgetFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.custom.StackLayout;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.FillLayout;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
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
    private Control content;
    private Control meanwhile;
    private boolean awaited;

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

    /** Shows a message with a link below it that runs the action; without a link if its text is empty. */
    public void showMessage(String text, String linkText, Runnable linkAction) {
        message.setText(Labels.shown(text));
        link.setText(linkText.isEmpty() ? "" : "<a>" + linkText + "</a>");
        action = linkAction;
        page.layout();
        show(page);
    }

    /**
     * Gives the focus to the content. As long as a message is shown in its place, a stand-in has the focus, so that keys work;
     * the content takes it over when it comes, unless the user has gone elsewhere by then, or uses the stand-in (see
     * {@link #keepFocus()}). It goes back to the stand-in when a message comes while the content has it.
     *
     * @param wanted what is to have the focus, within the body
     * @param standIn what has it meanwhile, visible beside the message; null to have the message itself have it
     */
    public void setFocus(Control wanted, Control standIn) {
        content = wanted;
        meanwhile = standIn;
        awaited = layout.topControl != body;
        if (awaited) {
            standIn().forceFocus();
        } else {
            content.setFocus();
        }
    }

    /** Leaves the focus where it is when the content comes. */
    public void keepFocus() {
        awaited = false;
    }

    private Control standIn() {
        if (meanwhile != null) {
            return meanwhile;
        }
        return link.getText().isEmpty() ? page : link;
    }

    private void show(Composite top) {
        if (layout.topControl != top) {
            Control focus = stack.getDisplay().getFocusControl();
            layout.topControl = top;
            stack.layout();
            if (top == body) {
                passToContent(focus);
            } else if (focus != null && focus == content) {
                setFocus(content, meanwhile);
            }
        }
    }

    /** The focus may be nobody's: while another program has the user's attention. */
    private void passToContent(Control focus) {
        if (awaited && (focus == null || focus == standIn())) {
            awaited = false;
            content.setFocus();
        }
    }
}
