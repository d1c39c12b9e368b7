// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.dialog;

import java.util.function.Function;
import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.portio.core.Protocol;
import org.portio.ui.Choice;
import org.portio.ui.Labels;
import org.portio.ui.internal.Messages;

/** Labels in a column, and fields after them in two more, the last of which is for what belongs to a field. */
public final class FieldGrid {

    private static final int COLUMNS = 3;
    private static final int WIDTH_HINT = 320;

    private final Composite parent;
    private final Runnable onChange;

    public FieldGrid(Composite parent, Runnable onChange) {
        this.parent = parent;
        this.onChange = onChange;
        GridLayoutFactory.swtDefaults().numColumns(COLUMNS).margins(10, 10).applyTo(parent);
    }

    private Label name(String text) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text);
        GridDataFactory.swtDefaults().applyTo(label);
        return label;
    }

    public Text text(String label, String hint) {
        return text(label, hint, COLUMNS - 1);
    }

    /** Creates a text field that leaves room for a button. */
    public Text shortText(String label, String hint) {
        return text(label, hint, COLUMNS - 2);
    }

    /** Adds the field Port. */
    public Text port() {
        return text(Messages.FieldGrid_port, Messages.FieldGrid_portHint);
    }

    /** Adds the choice between TCP and UDP. */
    public Choice<Protocol> protocol() {
        return choice(Messages.FieldGrid_protocol, Protocol.class, FieldGrid::label);
    }

    /** Adds the field Address, which is empty for all of them. */
    public Text address() {
        return text(Messages.FieldGrid_address, Messages.FieldGrid_addressHint);
    }

    private static String label(Protocol protocol) {
        return switch (protocol) {
            case TCP -> Messages.FieldGrid_tcp;
            case UDP -> Messages.FieldGrid_udp;
        };
    }

    private Text text(String label, String hint, int columns) {
        Label name = name(label);
        Text text = new Text(parent, SWT.BORDER | SWT.SINGLE);
        Labels.connect(name, text);
        text.setMessage(hint);
        GridDataFactory.fillDefaults()
                .align(SWT.FILL, SWT.CENTER)
                .grab(true, false)
                .hint(WIDTH_HINT, SWT.DEFAULT)
                .span(columns, 1)
                .applyTo(text);
        text.addModifyListener(_ -> onChange.run());
        return text;
    }

    /** Behind a short text. */
    public void button(String label, Runnable action) {
        Button button = new Button(parent, SWT.PUSH);
        button.setText(label);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> action.run()));
    }

    public <E extends Enum<E>> Choice<E> choice(String label, Class<E> type, Function<E, String> labels) {
        Label name = name(label);
        Choice<E> choice = new Choice<>(parent, type, labels, onChange);
        Labels.connect(name, choice.control());
        GridDataFactory.fillDefaults()
                .align(SWT.BEGINNING, SWT.CENTER)
                .span(COLUMNS - 1, 1)
                .applyTo(choice.control());
        return choice;
    }

    public Combo combo(String label, String... items) {
        Label name = name(label);
        Combo combo = new Combo(parent, SWT.DROP_DOWN | SWT.READ_ONLY);
        Labels.connect(name, combo);
        combo.setItems(items);
        GridDataFactory.swtDefaults().span(COLUMNS - 1, 1).applyTo(combo);
        combo.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> onChange.run()));
        return combo;
    }

    public Button check(String text, String tooltip) {
        name("");
        Button button = new Button(parent, SWT.CHECK);
        button.setText(text);
        button.setToolTipText(tooltip);
        GridDataFactory.swtDefaults().span(COLUMNS - 1, 1).applyTo(button);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> onChange.run()));
        return button;
    }

    /** Leaves the cursor where it is in a text that is the same. */
    public static void setText(Text field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }
}
