// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal.dialog;

import java.util.Arrays;
import java.util.function.Function;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Shell;
import org.eclipse.swt.widgets.Text;
import org.portio.core.Protocol;
import org.portio.server.ServerMode;
import org.portio.ui.Choice;
import org.portio.ui.dialog.FieldGrid;
import org.portio.ui.dialog.PortAnswer;
import org.portio.ui.dialog.PortDialog;
import org.portio.ui.dialog.PortFields;
import org.portio.ui.dialog.PortQuestion;

/** The fields of the dialog Start Server: a {@link ServerForm} in widgets. */
public final class ServerFields implements PortFields<ServerForm> {

    private final Runnable onChange;
    private final Text port;
    private final Choice<Protocol> protocol;
    private final Choice<ServerMode> mode;
    private final Text address;
    private final Combo lifetime;
    private boolean showing;

    ServerFields(Composite parent, Runnable onChange) {
        this.onChange = onChange;
        FieldGrid grid = new FieldGrid(parent, this::changed);
        port = grid.port();
        protocol = grid.protocol();
        mode = grid.choice(Messages.ServerFields_mode, ServerMode.class, ModeText::of);
        address = grid.address();
        String[] lifetimes =
                Arrays.stream(Lifetime.values()).map(Lifetime::label).toArray(String[]::new);
        lifetime = grid.combo(Messages.ServerFields_runs, lifetimes);
    }

    /** Returns a dialog for a server, filled with this form; the inquiry is asked on another thread than the UI's. */
    public static PortDialog<ServerForm> toStart(
            Shell parent, ServerForm initial, Function<PortQuestion, PortAnswer> inquiry) {
        return new PortDialog<>(
                parent, Messages.ServerFields_title, Messages.ServerFields_start, initial, inquiry, ServerFields::new);
    }

    @Override
    public ServerForm form() {
        return new ServerForm(
                port.getText(),
                protocol.value(),
                mode.value(),
                address.getText(),
                Lifetime.values()[lifetime.getSelectionIndex()]);
    }

    @Override
    public void show(ServerForm form) {
        showing = true;
        FieldGrid.setText(port, form.port());
        protocol.select(form.protocol());
        mode.offer(value -> ServerForm.whyNot(value, form.protocol()));
        mode.select(form.mode());
        FieldGrid.setText(address, form.address());
        lifetime.select(form.lifetime().ordinal());
        showing = false;
        onChange.run();
    }

    @Override
    public void focus() {
        port.setFocus();
        port.selectAll();
    }

    private void changed() {
        if (!showing) {
            show(form().fitted());
        }
    }
}
