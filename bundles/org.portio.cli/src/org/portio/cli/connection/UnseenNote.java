// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.connection;

import org.portio.core.Unseen;

/** Says what a list leaves out. */
public final class UnseenNote {

    private UnseenNote() {}

    /** Returns one line such as {@code not listed: 3 sockets that are neither TCP nor UDP (2 raw, 1 packet)}. */
    public static String of(Unseen unseen) {
        return "not listed: " + (unseen.count() < 0 ? "" : unseen.count() + " ") + unseen.what() + " (" + unseen.why()
                + ")";
    }
}
