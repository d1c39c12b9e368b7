// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.system;

import org.portio.core.system.User;

/** Tells the user which rights are missing; root is never told to become root. */
public final class Rights {

    private Rights() {}

    public static boolean isRoot() {
        return User.ofSystem().isRoot();
    }

    /** Describes the rights that this process lacks for an existing firewall. */
    public static String missing(String firewall) {
        return missing(firewall, isRoot());
    }

    public static String missing(String firewall, boolean root) {
        return firewall + " is available; "
                + (root
                        ? "root lacks the capability CAP_NET_ADMIN here, for example in a container that"
                                + " was not given it"
                        : "using it needs root or the capability CAP_NET_ADMIN");
    }

    /** Returns the command that installs a package on Debian. */
    public static String install(String debianPackage) {
        return User.ofSystem().asRoot("apt-get install " + debianPackage);
    }
}
