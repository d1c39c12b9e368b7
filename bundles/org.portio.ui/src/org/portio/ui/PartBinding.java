// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import java.util.Set;
import org.eclipse.core.commands.IStateListener;
import org.eclipse.core.commands.State;
import org.eclipse.core.runtime.preferences.IEclipsePreferences;
import org.eclipse.core.runtime.preferences.IEclipsePreferences.IPreferenceChangeListener;
import org.eclipse.core.runtime.preferences.InstanceScope;
import org.eclipse.swt.widgets.Display;
import org.eclipse.ui.IPartListener2;
import org.eclipse.ui.IWorkbenchPart;
import org.eclipse.ui.IWorkbenchPartReference;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.handlers.RegistryToggleState;
import org.portio.core.system.Subscription;

/** Tells a {@link LiveRefresh} of what it depends on: its part's visibility, the command Pause, the rate preference. */
final class PartBinding implements IPartListener2 {

    private static final String PAUSE_COMMAND = "org.portio.ui.pause";

    private static final Set<String> RATE = Set.of(PortioPreferences.REFRESH_INTERVAL, PortioPreferences.FOLLOW);

    private final IWorkbenchPart part;
    private final LiveRefresh live;
    private final State pause;
    private final IStateListener pauseListener;
    private final IEclipsePreferences preferences = InstanceScope.INSTANCE.getNode(PortioPreferences.NODE);
    private final IPreferenceChangeListener rateListener;
    private Subscription moment;

    private PartBinding(IWorkbenchPart part, LiveRefresh live) {
        this.part = part;
        this.live = live;
        ICommandService commands = part.getSite().getService(ICommandService.class);
        pause = commands.getCommand(PAUSE_COMMAND).getState(RegistryToggleState.STATE_ID);
        pauseListener = (_, _) -> live.setPaused(isPaused());
        Display display = part.getSite().getShell().getDisplay();
        rateListener = event -> {
            if (RATE.contains(event.getKey())) {
                display.asyncExec(() -> live.setRate(RefreshRate.ofPreferences()));
            }
        };
    }

    static void bind(IWorkbenchPart part, LiveRefresh live) {
        PartBinding binding = new PartBinding(part, live);
        live.setPaused(binding.isPaused());
        part.getSite().getPage().addPartListener(binding);
        binding.pause.addListener(binding.pauseListener);
        binding.followMoment(part.getSite().getService(ShownMoment.class));
        binding.preferences.addPreferenceChangeListener(binding.rateListener);
    }

    private void followMoment(ShownMoment shown) {
        if (shown != null) {
            live.setPast(shown.past().orElse(null));
            moment = shown.onChange(live::setPast);
        }
    }

    private boolean isPaused() {
        return Boolean.TRUE.equals(pause.getValue());
    }

    @Override
    public void partVisible(IWorkbenchPartReference reference) {
        if (isOurs(reference)) {
            live.setVisible(true);
        }
    }

    @Override
    public void partHidden(IWorkbenchPartReference reference) {
        if (isOurs(reference)) {
            live.setVisible(false);
        }
    }

    @Override
    public void partClosed(IWorkbenchPartReference reference) {
        if (isOurs(reference)) {
            live.setVisible(false);
            preferences.removePreferenceChangeListener(rateListener);
            pause.removeListener(pauseListener);
            if (moment != null) {
                moment.close();
            }
            part.getSite().getPage().removePartListener(this);
        }
    }

    private boolean isOurs(IWorkbenchPartReference reference) {
        return reference.getPart(false) == part;
    }
}
