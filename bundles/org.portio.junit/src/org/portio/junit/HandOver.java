// SPDX-License-Identifier: EPL-2.0
package org.portio.junit;

import java.util.Locale;

/** The way in which a held port gets to what a test starts. */
public enum HandOver {
    /** Choose by latch for TCP on Linux, otherwise by release. */
    AUTO,
    /**
     * The hold stays bound and lets in whoever sets {@code SO_REUSEADDR}, as every server socket of Java on Linux does. It also
     * stays when the server stops, so that a test may start it again. TCP on Linux only.
     */
    LATCH,
    /**
     * The hold is given up at the very bind of the test, or of a thread or program that it has started, whatever options that sets; for TCP
     * it is a latch as well. For that, the methods of the test run on a thread of PortIO's, so values that an extension
     * has put into a {@link ThreadLocal} are not there. Linux only; if the system does not allow it, as {@link #AUTO}, and the test's
     * report says why.
     */
    ANY,
    /** The hold is given up when the test gets the number; whoever binds it first has the port. */
    RELEASE;

    /** Lower-case name. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
