// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal.dialog;

import org.portio.reservation.HandOver;

/** Names of the choices, with the letters that choose them by keyboard. */
final class ChoiceText {

    private ChoiceText() {}

    static String of(HandOver way) {
        return switch (way) {
            case AUTO -> Messages.ChoiceText_auto;
            case ANY -> Messages.ChoiceText_any;
            case DESCRIPTOR -> Messages.ChoiceText_descriptor;
            case LATCH -> Messages.ChoiceText_latch;
            case RELEASE -> Messages.ChoiceText_release;
        };
    }
}
