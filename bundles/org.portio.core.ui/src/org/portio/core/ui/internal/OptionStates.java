// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import java.time.Duration;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.eclipse.core.commands.IStateListener;
import org.eclipse.core.commands.State;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.RadioState;
import org.eclipse.ui.handlers.RegistryToggleState;

/** The options as their commands have them; the workbench keeps those from one session to the next. */
final class OptionStates {

    private static final String KEEP_CLOSED = "org.portio.core.ui.option.keepClosed";

    private final Map<ConnectionOption, State> states = new EnumMap<>(ConnectionOption.class);
    private final State keepClosed;
    private final IStateListener listener;

    OptionStates(ICommandService commands, Runnable onChange) {
        listener = (_, _) -> onChange.run();
        for (ConnectionOption option : ConnectionOption.values()) {
            State state = commands.getCommand(option.commandId()).getState(RegistryToggleState.STATE_ID);
            state.addListener(listener);
            states.put(option, state);
        }
        keepClosed = commands.getCommand(KEEP_CLOSED).getState(RadioState.STATE_ID);
        keepClosed.addListener(listener);
    }

    Set<ConnectionOption> get() {
        Set<ConnectionOption> options = EnumSet.allOf(ConnectionOption.class);
        options.removeIf(option -> !Boolean.TRUE.equals(states.get(option).getValue()));
        return options;
    }

    /** Returns how long connections are shown after they have closed. */
    Duration keepClosed() {
        try {
            return Duration.ofSeconds(Long.parseLong(String.valueOf(keepClosed.getValue())));
        } catch (NumberFormatException _) {
            return Duration.ZERO; // a file of preferences may say anything
        }
    }

    void dispose() {
        keepClosed.removeListener(listener);
        states.values().forEach(state -> state.removeListener(listener));
    }
}
