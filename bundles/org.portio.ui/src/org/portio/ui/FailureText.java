// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import org.portio.core.PortioException;

/** Tells a failure as a dialog or a page does: what happened and, on a line of its own, what to do. */
public final class FailureText {

    private FailureText() {}

    /** Returns the text of a failure; null if a foreign one has none. */
    public static String of(Exception failure) {
        return failure instanceof PortioException known ? known.failure().lines() : failure.getMessage();
    }
}
