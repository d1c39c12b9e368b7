// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal.dialog;

import org.portio.server.ServerMode;

/** Names of the modes, with the letters that choose them by keyboard. */
final class ModeText {

    private ModeText() {}

    static String of(ServerMode mode) {
        return switch (mode) {
            case ECHO -> Messages.ModeText_echo;
            case DISCARD -> Messages.ModeText_discard;
            case HTTP_OK -> Messages.ModeText_httpOk;
            case RESET -> Messages.ModeText_reset;
            case BLACKHOLE -> Messages.ModeText_blackhole;
        };
    }
}
