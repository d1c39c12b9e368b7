// SPDX-License-Identifier: EPL-2.0
package org.portio.example;

import java.time.Duration;
import org.eclipse.swt.SWT;
import org.eclipse.swt.widgets.Composite;
import org.eclipse.swt.widgets.Label;
import org.eclipse.ui.part.ViewPart;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionListener;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Delta;
import org.portio.core.Snapshot;
import org.portio.core.system.Subscription;
import org.portio.ui.UiThread;

/** Shows how many sockets there are at this moment. */
public final class SummaryView extends ViewPart implements ConnectionListener {

    private Label label;
    private Subscription subscription;

    @Override
    public void createPartControl(Composite parent) {
        label = new Label(parent, SWT.WRAP);
        ConnectionMonitor monitor = getSite().getService(ConnectionMonitor.class);
        subscription = monitor.subscribe(Duration.ofSeconds(1), this);
    }

    @Override
    public void refreshed(Snapshot snapshot, Delta delta) {
        show(snapshot.connections().size() + " sockets at " + snapshot.time());
    }

    @Override
    public void failed(ConnectionException failure) {
        show(failure.getMessage());
    }

    /** Called on the monitor's thread; widgets belong to the window's. */
    private void show(String text) {
        UiThread.later(label, () -> label.setText(text));
    }

    @Override
    public void setFocus() {
        label.setFocus();
    }

    @Override
    public void dispose() {
        subscription.close();
        super.dispose();
    }
}
