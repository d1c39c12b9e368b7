// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

/** Knows which operating system this is: the one place that asks Java for it, but for what runs before the workbench. */
public final class OperatingSystem {

    private OperatingSystem() {}

    /** Returns the name as Java has it: {@code Linux}, {@code Mac OS X}, {@code Windows 11}. */
    public static String name() {
        return System.getProperty("os.name");
    }

    public static boolean isLinux() {
        return name().equals("Linux");
    }

    public static boolean isWindows() {
        return name().startsWith("Windows");
    }
}
