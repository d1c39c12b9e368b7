// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal.dialog;

import java.io.File;
import java.util.function.Function;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Button;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.FileDialog;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.ui.Choice;
import org.portio.ui.dialog.FieldGrid;
import org.portio.ui.dialog.PortAnswer;
import org.portio.ui.dialog.PortDialog;
import org.portio.ui.dialog.PortFields;
import org.portio.ui.dialog.PortQuestion;

/** The fields of the dialog Reserve Port: a {@link ReserveForm} in widgets. */
public final class ReserveFields implements PortFields<ReserveForm> {

    private final Runnable onChange;
    private final Text port;
    private final Choice<Protocol> protocol;
    private final Text address;
    private final Text executable;
    private final Text note;
    private final Choice<HandOver> handOver;
    private final Button outOfEphemeralRange;
    private final boolean fixed;
    private boolean showing;

    /** Creates one for a new reservation. */
    ReserveFields(Composite parent, Runnable onChange) {
        this(parent, onChange, false);
    }

    /** Creates one for one that there is: then its port, protocol and address stay as they are. */
    ReserveFields(Composite parent, Runnable onChange, boolean there) {
        this.onChange = onChange;
        fixed = there;
        FieldGrid grid = new FieldGrid(parent, this::changed);
        port = grid.port();
        protocol = grid.protocol();
        address = grid.address();
        executable = grid.shortText(Messages.ReserveFields_executable, Messages.ReserveFields_executableHint);
        grid.button(Messages.ReserveFields_browse, this::browse);
        note = grid.text(Messages.ReserveFields_note, "");
        handOver = grid.choice(Messages.ReserveFields_handOver, HandOver.class, ChoiceText::of);
        outOfEphemeralRange = grid.check(Messages.ReserveFields_range, Messages.ReserveFields_rangeTooltip);
        port.setEnabled(!fixed);
        protocol.control().setEnabled(!fixed);
        address.setEnabled(!fixed);
    }

    /** Returns a dialog for a new reservation, filled with this form; the inquiry is asked on another thread than the UI's. */
    public static PortDialog<ReserveForm> toReserve(
            Shell parent, ReserveForm initial, Function<PortQuestion, PortAnswer> inquiry) {
        return new PortDialog<>(
                parent,
                Messages.ReserveFields_title,
                Messages.ReserveFields_reserve,
                initial,
                inquiry,
                ReserveFields::new);
    }

    /** Returns a dialog to change a reservation, filled with it; what it is of stays. */
    public static PortDialog<ReserveForm> toEdit(
            Shell parent, ReserveForm initial, Function<PortQuestion, PortAnswer> inquiry) {
        return new PortDialog<>(
                parent,
                Messages.ReserveFields_editTitle,
                Messages.ReserveFields_edit,
                initial,
                inquiry,
                (area, onChange) -> new ReserveFields(area, onChange, true));
    }

    @Override
    public ReserveForm form() {
        return new ReserveForm(
                port.getText(),
                protocol.value(),
                address.getText(),
                executable.getText(),
                note.getText(),
                handOver.value(),
                outOfEphemeralRange.getSelection());
    }

    @Override
    public void show(ReserveForm form) {
        showing = true;
        FieldGrid.setText(port, form.port());
        protocol.select(form.protocol());
        FieldGrid.setText(address, form.address());
        FieldGrid.setText(executable, form.executable());
        FieldGrid.setText(note, form.note());
        handOver.offer(way -> ReserveForm.whyNot(way, form.protocol()));
        handOver.select(form.handOver());
        outOfEphemeralRange.setSelection(form.outOfEphemeralRange());
        showing = false;
        onChange.run();
    }

    @Override
    public void focus() {
        Text first = fixed ? executable : port;
        first.setFocus();
        first.selectAll();
    }

    private void changed() {
        if (!showing) {
            show(form().fitted());
        }
    }

    private void browse() {
        FileDialog dialog = new FileDialog(executable.getShell(), SWT.OPEN);
        dialog.setText(Messages.ReserveFields_browseTitle);
        if (File.separatorChar == '\\') {
            // Elsewhere a program is known by its permissions, which the system's dialog cannot filter by.
            dialog.setFilterExtensions(new String[] {"*.exe;*.com;*.bat;*.cmd", "*.*"});
        }
        String before = executable.getText().strip();
        if (!before.isEmpty()) {
            dialog.setFilterPath(new File(before).getParent());
        }
        String chosen = dialog.open();
        if (chosen != null) {
            executable.setText(chosen);
        }
    }
}
