// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.jface.layout.RowLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.layout.RowData;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Control;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.portio.core.Protocol;
import org.portio.core.diagnosis.Finding.Weight;
import org.portio.ui.Labels;

/** Port, protocol and address, checked while they are typed. Fields wrap to the next line if the view is narrow. */
final class DiagnoseForm {

    private static final int PORT_WIDTH = 70;
    private static final int ADDRESS_WIDTH = 170;

    private final Composite control;
    private final Composite fields;
    private final Consumer<DiagnoseInput> onStart;
    private final Runnable onChange;
    private final Text port;
    private final Combo protocol;
    private final Text address;
    private final Button start;
    private final Composite problem;
    private final Label problemText;

    /** Creates a form with an action for the input to ask, and one for each change of the input. */
    DiagnoseForm(Composite parent, Consumer<DiagnoseInput> onStart, Runnable onChange) {
        this.onStart = onStart;
        this.onChange = onChange;
        control = new Composite(parent, SWT.NONE);
        GridLayoutFactory.fillDefaults().margins(8, 3).spacing(0, 2).applyTo(control);
        fields = new Composite(control, SWT.NONE);
        RowLayoutFactory.fillDefaults().wrap(true).center(true).spacing(8).applyTo(fields);
        GridDataFactory.fillDefaults().grab(true, false).applyTo(fields);
        port = text(Messages.DiagnoseForm_port, PORT_WIDTH);
        port.setTextLimit(5);
        protocol = protocol();
        address = text(Messages.DiagnoseForm_address, ADDRESS_WIDTH);
        address.setMessage(Messages.DiagnoseForm_anyAddress);
        start = new Button(fields, SWT.PUSH);
        start.setText(Messages.DiagnoseForm_start);
        start.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> start()));
        problem = new Composite(control, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(problem);
        DiagnosisPane.addIcon(problem, WeightIcons.of(Weight.BLOCKS));
        problemText = DiagnosisPane.addText(problem, "");
        changed();
    }

    private Text text(String label, int width) {
        Text text = new Text(labelled(label), SWT.BORDER | SWT.SINGLE);
        Labels.name(text, label);
        GridDataFactory.swtDefaults().hint(width, SWT.DEFAULT).applyTo(text);
        text.addModifyListener(_ -> changed());
        text.addSelectionListener(SelectionListener.widgetDefaultSelectedAdapter(_ -> start()));
        return text;
    }

    /** A label and its field stay together. */
    private Composite labelled(String label) {
        Composite pair = new Composite(fields, SWT.NONE);
        GridLayoutFactory.fillDefaults().numColumns(2).applyTo(pair);
        new Label(pair, SWT.NONE).setText(label);
        return pair;
    }

    private Combo protocol() {
        Combo combo = new Combo(fields, SWT.DROP_DOWN | SWT.READ_ONLY);
        for (Protocol one : Protocol.values()) {
            combo.add(one.toString());
        }
        Labels.name(combo, Messages.DiagnoseForm_protocol);
        combo.select(0);
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> changed()));
        combo.setLayoutData(new RowData());
        return combo;
    }

    Control control() {
        return control;
    }

    /** Returns those that one can type in. */
    List<Text> texts() {
        return List.of(port, address);
    }

    void setFocus() {
        port.setFocus();
        port.selectAll();
    }

    DiagnoseInput input() {
        return new DiagnoseInput(port.getText(), Protocol.values()[protocol.getSelectionIndex()], address.getText());
    }

    void show(DiagnoseInput input) {
        protocol.select(input.protocol().ordinal());
        port.setText(input.port());
        address.setText(input.address());
    }

    private void start() {
        DiagnoseInput input = input();
        if (input.problem().isEmpty()) {
            onStart.accept(input);
        }
    }

    private void changed() {
        if (problemText == null) {
            return; // not all fields are there yet
        }
        String text = input().problem();
        start.setEnabled(text.isEmpty());
        // A user who has not begun to type has made no mistake.
        boolean shown = !text.isEmpty() && !input().isBlank();
        problemText.setText(shown ? Labels.shown(text) : "");
        problem.setVisible(shown);
        GridDataFactory.fillDefaults().grab(true, false).exclude(!shown).applyTo(problem);
        control.getParent().layout(new Control[] {problemText});
        onChange.run();
    }
}
