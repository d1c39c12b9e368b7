// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.status;

import org.eclipse.core.commands.IStateListener;
import org.eclipse.core.commands.State;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.RegistryToggleState;
import org.eclipse.ui.services.IServiceLocator;

/** Whether the refresh of all views is paused, which is the state of a command. */
final class Pause {

    private static final String COMMAND = "org.portio.ui.pause";

    private final State state;
    private final IStateListener listener;

    /** Tells each change until it is disposed. */
    Pause(IServiceLocator services, Runnable onChange) {
        state = services.getService(ICommandService.class).getCommand(COMMAND).getState(RegistryToggleState.STATE_ID);
        listener = (_, _) -> onChange.run();
        state.addListener(listener);
    }

    boolean isOn() {
        return Boolean.TRUE.equals(state.getValue());
    }

    void dispose() {
        state.removeListener(listener);
    }
}
