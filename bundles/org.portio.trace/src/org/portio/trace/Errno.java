// SPDX-License-Identifier: EPL-2.0
package org.portio.trace;

/** Reasons by which the kernel refuses a call, as far as somebody who has a door answers or asks for them. */
public final class Errno {

    /** The result of a call that the kernel did itself, which cannot be seen. */
    public static final int UNKNOWN = -1;

    public static final int NONE = 0;
    public static final int EPERM = 1;
    public static final int EACCES = 13;
    public static final int EADDRINUSE = 98;
    public static final int EADDRNOTAVAIL = 99;
    public static final int ECONNREFUSED = 111;

    private Errno() {}
}
