// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal;

import org.eclipse.core.expressions.PropertyTester;
import org.portio.extension.Extension;
import org.portio.extension.Extension.State;

/** Tells, for expressions in plugin.xml, whether an extension can be enabled or disabled. */
public final class ExtensionTester extends PropertyTester {

    @Override
    public boolean test(Object receiver, String property, Object[] arguments, Object expected) {
        State state = ((Extension) receiver).state();
        return switch (property) {
            case "canEnable" -> state == State.DISABLED || state == State.SWITCHED_OFF || state == State.FAILED;
            case "canDisable" -> state != State.DISABLED;
            default -> false;
        };
    }
}
