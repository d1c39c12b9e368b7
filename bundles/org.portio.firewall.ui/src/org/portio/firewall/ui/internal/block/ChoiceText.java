// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.block;

import org.portio.core.Protocol;
import org.portio.firewall.Direction;
import org.portio.firewall.Expiry;
import org.portio.firewall.Verdict;

/** Names of the choices, with the letters that choose them by keyboard. */
final class ChoiceText {

    private ChoiceText() {}

    static String of(Object value) {
        return switch (value) {
            case Protocol protocol -> protocol == Protocol.TCP ? Messages.ChoiceText_tcp : Messages.ChoiceText_udp;
            case Direction direction ->
                switch (direction) {
                    case INBOUND -> Messages.ChoiceText_inbound;
                    case OUTBOUND -> Messages.ChoiceText_outbound;
                    case BOTH -> Messages.ChoiceText_both;
                };
            case Verdict verdict -> verdict == Verdict.DROP ? Messages.ChoiceText_drop : Messages.ChoiceText_reject;
            case Expiry.Kind kind ->
                switch (kind) {
                    case UNTIL_UNBLOCKED -> Messages.ChoiceText_untilUnblocked;
                    case UNTIL_RESTART -> Messages.ChoiceText_untilRestart;
                    case AFTER -> Messages.ChoiceText_after;
                };
            default -> value.toString();
        };
    }
}
