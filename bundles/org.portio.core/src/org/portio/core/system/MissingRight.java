// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

/** Says how to get a right that an action lacks. The advice fits who asks: sudo helps nobody who is root. */
public final class MissingRight {

    private MissingRight() {}

    /** Returns whether root runs this, by the uid that rights go by. */
    public static boolean isRoot() {
        return User.ofSystem().isRoot();
    }

    /** Returns text such as {@code run it with sudo}; for root, which has been denied all the same, the capability that is missing. */
    public static String advice(String capability) {
        return isRoot() ? "the capability " + capability + " is missing, although this is root" : withRights("run it");
    }

    /** Returns what to do for somebody who is not root: {@code run it with sudo}. */
    public static String withRights(String what) {
        return what + (User.ofSystem().isNameless() ? " as root" : " with sudo");
    }

    /** Returns the command as somebody types it who has the rights then: with sudo, unless root asks or sudo knows no such user. */
    public static String command(String command) {
        return User.ofSystem().asRoot(command);
    }
}
