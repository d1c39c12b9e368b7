// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal.dialog;

import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.server.ServerMode;

/** What the choices are called, with the letters that choose them by keyboard. */
final class ChoiceText {

    private ChoiceText() {}

    static String of(Protocol protocol) {
        return switch (protocol) {
            case TCP -> Messages.ChoiceText_tcp;
            case UDP -> Messages.ChoiceText_udp;
        };
    }

    static String of(HandOver way) {
        return switch (way) {
            case AUTO -> Messages.ChoiceText_auto;
            case DESCRIPTOR -> Messages.ChoiceText_descriptor;
            case LATCH -> Messages.ChoiceText_latch;
            case RELEASE -> Messages.ChoiceText_release;
        };
    }

    static String of(ServerMode mode) {
        return switch (mode) {
            case ECHO -> Messages.ChoiceText_echo;
            case DISCARD -> Messages.ChoiceText_discard;
            case HTTP_OK -> Messages.ChoiceText_httpOk;
            case RESET -> Messages.ChoiceText_reset;
            case BLACKHOLE -> Messages.ChoiceText_blackhole;
        };
    }
}
