// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.eclipse.core.commands.IStateListener;
import org.eclipse.core.commands.State;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.RegistryToggleState;
import org.eclipse.ui.services.IServiceLocator;
import org.osgi.service.component.annotations.Component;
import org.portio.core.Snapshot;
import org.portio.core.system.Subscription;

/**
 * The moment that all views show together: the present, or one of the past, in which they are paused. It ends with the pause.
 * Changed on the UI thread alone; may be asked from any.
 */
@Component(service = ShownMoment.class)
public final class ShownMoment {

    private static final String PAUSE_COMMAND = "org.portio.ui.pause";

    private final List<Consumer<Snapshot>> listeners = new CopyOnWriteArrayList<>();
    private final IStateListener onPause = this::pauseChanged;
    private volatile Snapshot past;

    /** Returns the moment of the past; empty for the present. */
    public Optional<Snapshot> past() {
        return Optional.ofNullable(past);
    }

    /** Shows a moment of the past in all views, until the user has them go on. */
    public void show(Snapshot snapshot, IServiceLocator services) {
        State pause = pause(services);
        pause.removeListener(onPause);
        tell(snapshot);
        pause.setValue(Boolean.TRUE);
        pause.addListener(onPause);
    }

    /** Shows the present again. */
    public void goLive(IServiceLocator services) {
        pause(services).setValue(Boolean.FALSE);
    }

    private static State pause(IServiceLocator services) {
        ICommandService commands = services.getService(ICommandService.class);
        return commands.getCommand(PAUSE_COMMAND).getState(RegistryToggleState.STATE_ID);
    }

    private void pauseChanged(State pause, @SuppressWarnings("unused") Object before) {
        if (!Boolean.TRUE.equals(pause.getValue())) {
            pause.removeListener(onPause);
            tell(null);
        }
    }

    private void tell(Snapshot snapshot) {
        past = snapshot;
        listeners.forEach(listener -> listener.accept(snapshot));
    }

    /** Tells each change, on the UI thread, until the result is closed: null for the present. */
    public Subscription onChange(Consumer<Snapshot> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }
}
