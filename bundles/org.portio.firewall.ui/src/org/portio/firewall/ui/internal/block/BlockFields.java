// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.block;

import org.eclipse.jface.layout.GridDataFactory;
import org.eclipse.jface.layout.GridLayoutFactory;
import org.eclipse.swt.SWT;
import org.eclipse.swt.events.SelectionListener;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.swt.widgets.Text;
import org.portio.core.Protocol;
import org.portio.firewall.Capability;
import org.portio.firewall.Direction;
import org.portio.firewall.Expiry;
import org.portio.firewall.Verdict;
import org.portio.ui.Choice;
import org.portio.ui.Labels;

/** The fields of the dialog Block Port: a {@link BlockForm} in widgets. */
final class BlockFields {

    private static final int WIDTH_HINT = 320;
    private static final int MINUTES_WIDTH_HINT = 50;

    private final Composite parent;
    private final Runnable onChange;
    private final Text ports;
    private final Choice<Protocol> protocol;
    private final Choice<Direction> direction;
    private final Choice<Verdict> verdict;
    private final Choice<Expiry.Kind> lasts;
    private final Text minutes;
    private final Button loopback;
    private final Button cutExisting;
    private final Text program;
    private final Text controlGroup;
    private final Text reason;
    private boolean showing;

    BlockFields(Composite parent, Runnable onChange) {
        this.parent = parent;
        this.onChange = onChange;
        GridLayoutFactory.swtDefaults().numColumns(2).margins(10, 10).applyTo(parent);
        ports = text(Messages.BlockFields_ports);
        ports.setMessage(Messages.BlockFields_portsHint);
        protocol = choice(Messages.BlockFields_protocol, Protocol.class);
        direction = choice(Messages.BlockFields_direction, Direction.class);
        verdict = choice(Messages.BlockFields_verdict, Verdict.class);
        lasts = choice(Messages.BlockFields_lasts, Expiry.Kind.class);
        minutes = minutes();
        loopback = check(Messages.BlockFields_also, Messages.BlockFields_loopback);
        cutExisting = check("", Messages.BlockFields_cutExisting);
        program = text(Messages.BlockFields_program);
        program.setMessage(Messages.BlockFields_all);
        controlGroup = text(Messages.BlockFields_controlGroup);
        controlGroup.setMessage(Messages.BlockFields_all);
        reason = text(Messages.BlockFields_reason);
    }

    BlockForm form() {
        return new BlockForm(
                ports.getText(),
                protocol.value(),
                direction.value(),
                verdict.value(),
                lasts.value(),
                minutes.getText(),
                loopback.getSelection(),
                cutExisting.getSelection(),
                program.getText(),
                controlGroup.getText(),
                reason.getText());
    }

    void show(BlockForm form) {
        showing = true;
        setText(ports, form.ports());
        protocol.select(form.protocol());
        direction.select(form.direction());
        verdict.select(form.verdict());
        lasts.select(form.lasts());
        setText(minutes, form.minutes());
        loopback.setSelection(form.loopback());
        cutExisting.setSelection(form.cutExisting());
        setText(program, form.program());
        setText(controlGroup, form.controlGroup());
        setText(reason, form.reason());
        showing = false;
        changed();
    }

    /** Offers what the backend is able to do, and changes the form to that. */
    void offer(Offer offer) {
        direction.offer(offer::whyNot);
        verdict.offer(offer::whyNot);
        Offered.apply(loopback, offer.whyNot(Capability.LOOPBACK));
        Offered.apply(cutExisting, offer.whyNoChoiceOfExisting());
        Offered.apply(program, offer.whyNot(Capability.PER_PROGRAM));
        Offered.apply(controlGroup, offer.whyNot(Capability.PER_CONTROL_GROUP));
        show(form().within(offer));
    }

    void focus() {
        ports.setFocus();
        ports.selectAll();
    }

    /** Leaves the cursor where it is in a text that is the same. */
    private static void setText(Text field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }

    private void changed() {
        if (!showing) {
            minutes.setEnabled(lasts.value() == Expiry.Kind.AFTER);
            onChange.run();
        }
    }

    private Label label(String text) {
        Label label = new Label(parent, SWT.NONE);
        label.setText(text);
        GridDataFactory.swtDefaults().applyTo(label);
        return label;
    }

    private Text text(String label) {
        Label name = label(label);
        Text text = new Text(Offered.holder(parent), SWT.BORDER | SWT.SINGLE);
        Labels.connect(name, text);
        GridDataFactory.fillDefaults()
                .grab(true, false)
                .hint(WIDTH_HINT, SWT.DEFAULT)
                .applyTo(text);
        text.addModifyListener(_ -> changed());
        return text;
    }

    private <E extends Enum<E>> Choice<E> choice(String label, Class<E> type) {
        Label name = label(label);
        Choice<E> choice = new Choice<>(parent, type, ChoiceText::of, this::changed);
        Labels.connect(name, choice.control());
        return choice;
    }

    /** Behind the choice that it belongs to, with its unit. */
    private Text minutes() {
        Text text = new Text(lasts.control(), SWT.BORDER | SWT.SINGLE | SWT.RIGHT);
        GridDataFactory.swtDefaults().hint(MINUTES_WIDTH_HINT, SWT.DEFAULT).applyTo(text);
        text.addModifyListener(_ -> changed());
        Label unit = new Label(lasts.control(), SWT.NONE);
        unit.setText(Messages.BlockFields_minutes);
        Labels.connect(unit, text);
        lasts.extended();
        return text;
    }

    private Button check(String label, String text) {
        label(label);
        Button button = new Button(Offered.holder(parent), SWT.CHECK);
        button.setText(text);
        button.addSelectionListener(SelectionListener.widgetSelectedAdapter(_ -> changed()));
        return button;
    }
}
