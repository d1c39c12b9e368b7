// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.start;

/** Says that the display cannot be used, and ends the program: before Equinox is started, which would end with a stack trace. */
final class DisplayTrouble {

    /** The exit code of a conflict, which the start script has for no display at all, too. */
    private static final int CANNOT_START = 4;

    private DisplayTrouble() {}

    static void end() {
        Report.say(text(System.getenv("DISPLAY"), System.getenv("WAYLAND_DISPLAY")));
        System.exit(CANNOT_START);
    }

    /** Returns what to say; both are null or empty if they are not set. */
    static String text(String display, String wayland) {
        boolean isX = display != null && !display.isEmpty();
        String variable = isX ? "DISPLAY=" + display : "WAYLAND_DISPLAY=" + wayland;
        return "portio: the workbench cannot open a window with " + variable
                + ": no server answers there, or it does not"
                + " let you in. Start it in a graphical session, or with ssh -X. The command line needs none: portio --help";
    }
}
