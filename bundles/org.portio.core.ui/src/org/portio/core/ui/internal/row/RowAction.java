// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.row;

import java.util.Arrays;
import java.util.Optional;

/** An action on the selected rows of Connections, which is a command. */
enum RowAction {
    SELECT_PROCESS("selectProcess"),
    OTHER_END("goToOtherEnd"),
    OPEN_IN_BROWSER("openInBrowser"),
    OPEN_FILE_LOCATION("openFileLocation"),
    RESOLVE_NAME("resolveName"),
    COPY_URL("copyUrl"),
    COPY_LIST_COMMAND("copyListCommand"),
    COPY_KILL_COMMAND("copyKillCommand");

    private final String id;

    RowAction(String id) {
        this.id = id;
    }

    /** Returns the id of its command without the prefix, as plugin.xml asks for it. */
    String id() {
        return id;
    }

    String commandId() {
        return "org.portio.core.ui." + id;
    }

    /** Returns the action that has this id, with or without the prefix; empty if none has. */
    static Optional<RowAction> of(String id) {
        return Arrays.stream(values())
                .filter(action -> action.id.equals(id) || action.commandId().equals(id))
                .findFirst();
    }
}
