// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.block;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.resource.JFaceResources;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Group;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.portio.ui.Labels;

/** Shows what will happen: a sentence, the backend with the rights it needs, and, when asked for, the very commands. */
final class PlanPane {

    private static final int WIDTH_HINT = 480;
    private static final int SENTENCE_LINES = 3;
    private static final int COMMAND_LINES = 6;

    private final Group group;
    private final Label sentence;
    private final Label backend;
    private final Text commands;

    PlanPane(Composite parent) {
        group = new Group(parent, SWT.NONE);
        group.setText(Messages.PlanPane_title);
        GridLayoutFactory.swtDefaults().applyTo(group);
        GridDataFactory.fillDefaults().span(2, 1).grab(true, true).applyTo(group);
        sentence = wrapped(SENTENCE_LINES);
        backend = wrapped(1);
        commands = new Text(group, SWT.BORDER | SWT.MULTI | SWT.READ_ONLY | SWT.V_SCROLL | SWT.H_SCROLL);
        Labels.name(commands, Messages.PlanPane_commands);
        commands.setFont(JFaceResources.getTextFont());
        // Tab leads on to the buttons, as from any other field.
        commands.addTraverseListener(event ->
                event.doit |= event.detail == SWT.TRAVERSE_TAB_NEXT || event.detail == SWT.TRAVERSE_TAB_PREVIOUS);
        showCommands(false);
    }

    private Label wrapped(int lines) {
        Label label = new Label(group, SWT.WRAP);
        int height = label.computeSize(SWT.DEFAULT, SWT.DEFAULT).y;
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(WIDTH_HINT, lines * height)
                .applyTo(label);
        return label;
    }

    void setSentence(String text) {
        sentence.setText(Labels.shown(text));
    }

    void setBackend(String text, String more) {
        backend.setText(Labels.shown(text));
        backend.setToolTipText(Labels.shown(more));
    }

    void setCommands(String text) {
        String shown = Labels.lines(text);
        if (!commands.getText().equals(shown)) {
            commands.setText(shown);
        }
    }

    boolean areCommandsShown() {
        return commands.isVisible();
    }

    void showCommands(boolean shown) {
        GridDataFactory.fillDefaults()
                .grab(true, true)
                .hint(WIDTH_HINT, COMMAND_LINES * commands.getLineHeight())
                .exclude(!shown)
                .applyTo(commands);
        commands.setVisible(shown);
        group.layout();
    }
}
