// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.eclipse.core.commands.ParameterizedCommand;
import org.eclipse.ui.IWorkbench;
import org.eclipse.ui.PlatformUI;
import org.eclipse.ui.activities.IActivityManager;
import org.eclipse.ui.activities.IActivityPatternBinding;
import org.eclipse.ui.commands.ICommandService;
import org.eclipse.ui.keys.IBindingService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Commands of the platform that do nothing here are neither found nor have a key. */
@ExtendWith(InWorkbench.class)
class DeadEntriesTest {

    private final IWorkbench workbench = PlatformUI.getWorkbench();
    private final IActivityManager activities = workbench.getActivitySupport().getActivityManager();

    @Test
    void quickAccessAndShowViewDoNotFindThem() {
        assertFalse(dead().isEmpty());
        for (String id : dead()) {
            assertFalse(activities.getIdentifier(id).isEnabled(), id);
        }
        for (String command :
                List.of("edit.copy", "file.saveAs", "file.exit", "window.quickAccess", "views.showView")) {
            assertTrue(
                    activities
                            .getIdentifier("org.eclipse.ui/org.eclipse.ui." + command)
                            .isEnabled(),
                    command);
        }
    }

    @Test
    void noKeyIsBoundToThem() {
        ICommandService commands = workbench.getService(ICommandService.class);
        IBindingService keys = workbench.getService(IBindingService.class);
        for (String id : dead()) {
            String command = id.substring(id.indexOf('/') + 1);
            if (commands.getCommand(command).isDefined()) {
                ParameterizedCommand plain = new ParameterizedCommand(commands.getCommand(command), null);
                assertEquals(0, keys.getActiveBindingsFor(plain).length, command);
            }
        }
    }

    private List<String> dead() {
        return activities.getActivity("org.portio.app.unused").getActivityPatternBindings().stream()
                .map(IActivityPatternBinding.class::cast)
                .map(IActivityPatternBinding::getString)
                .toList();
    }
}
