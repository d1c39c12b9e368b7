// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.block;

import java.util.List;
import java.util.stream.Collectors;
import org.eclipse.osgi.util.NLS;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Caution;

/** Warnings before a block, as sentences. */
final class CautionText {

    private CautionText() {}

    static String of(List<Caution> cautions, BlockRequest request) {
        return cautions.stream().map(caution -> text(caution, request)).collect(Collectors.joining(" "));
    }

    private static String text(Caution caution, BlockRequest request) {
        return switch (caution.kind()) {
            case MANY_PORTS -> NLS.bind(Messages.CautionText_manyPorts, caution.number());
            case ANSWERS -> NLS.bind(Messages.CautionText_answers, request.ports());
            case REMOTE_ACCESS ->
                caution.process().isEmpty()
                        ? NLS.bind(Messages.CautionText_remoteAccess, String.valueOf(caution.number()))
                        : NLS.bind(
                                Messages.CautionText_remoteAccessOf,
                                String.valueOf(caution.number()),
                                caution.process());
        };
    }
}
