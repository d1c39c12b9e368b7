// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import java.util.Arrays;
import org.eclipse.osgi.util.NLS;
import org.eclipse.ui.keys.IBindingService;
import org.eclipse.ui.services.IServiceLocator;

/** Names the key of a command as the user has it, in a text that says what to do. */
public final class KeyText {

    private KeyText() {}

    /**
     * Returns the text with the key in the place of <code>{0}</code>, as {@code (Ctrl+R)} after a space; nothing there
     * without one.
     */
    public static String withKey(IServiceLocator services, String text, String command) {
        IBindingService bindings = services.getService(IBindingService.class);
        String key = bindings == null ? "" : key(bindings, command);
        return NLS.bind(text, key.isEmpty() ? "" : " (" + key + ")");
    }

    /**
     * Returns the key; while the window is not active, for example while it opens, this is the key that will be active.
     */
    private static String key(IBindingService bindings, String command) {
        String active = bindings.getBestActiveBindingFormattedFor(command);
        if (active != null) {
            return active;
        }
        return Arrays.stream(bindings.getBindings())
                .filter(binding -> binding.getParameterizedCommand() != null
                        && binding.getParameterizedCommand().getId().equals(command))
                .map(binding -> binding.getTriggerSequence().format())
                .findFirst()
                .orElse("");
    }
}
