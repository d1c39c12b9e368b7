// SPDX-License-Identifier: EPL-2.0
package org.portio.core.kernel;

import org.portio.core.system.OperatingSystem;

/** The kernel of this machine. */
public final class Kernel {

    private Kernel() {}

    /** Returns whether it is one that {@link Syscalls} calls by the right numbers. Elsewhere that class must not be touched. */
    public static boolean isCallable() {
        String arch = System.getProperty("os.arch");
        return OperatingSystem.isLinux() && ("amd64".equals(arch) || "aarch64".equals(arch));
    }
}
