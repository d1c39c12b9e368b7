// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.ui.internal;

import java.util.List;
import org.eclipse.core.commands.ExecutionEvent;
import org.portio.extension.Extension;
import org.portio.ui.list.SelectedRows;

/** The extensions that a command of the view acts on. */
final class SelectedExtensions {

    private SelectedExtensions() {}

    static List<Extension> of(ExecutionEvent event) {
        return SelectedRows.of(event, Extension.class);
    }

    /** Returns each id once: two files may have the same extension. */
    static List<String> ids(ExecutionEvent event) {
        return of(event).stream().map(Extension::id).distinct().toList();
    }
}
