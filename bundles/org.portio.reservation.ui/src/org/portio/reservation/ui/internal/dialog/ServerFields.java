// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal.dialog;

import java.util.Arrays;
import org.eclipse.swt.widgets.Combo;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Text;
import org.portio.core.Protocol;
import org.portio.server.ServerMode;
import org.portio.ui.Choice;

/** The fields of the dialog Start Server: a {@link ServerForm} in widgets. */
final class ServerFields implements PortFields<ServerForm> {

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
        port = grid.text(Messages.port, Messages.portHint);
        protocol = grid.choice(Messages.protocol, Protocol.class, ChoiceText::of);
        mode = grid.choice(Messages.ServerFields_mode, ServerMode.class, ChoiceText::of);
        address = grid.text(Messages.address, Messages.addressHint);
        String[] lifetimes =
                Arrays.stream(Lifetime.values()).map(Lifetime::label).toArray(String[]::new);
        lifetime = grid.combo(Messages.ServerFields_runs, lifetimes);
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
