// SPDX-License-Identifier: EPL-2.0
package org.portio.app.help;

import org.eclipse.core.commands.AbstractHandler;
import org.eclipse.core.commands.ExecutionEvent;

/** Shows the page of the keys as they are set now. */
public final class KeysHandler extends AbstractHandler {

    @Override
    public Object execute(ExecutionEvent event) {
        HelpUi.show(new Place(Library.KEYS, ""));
        return null;
    }
}
