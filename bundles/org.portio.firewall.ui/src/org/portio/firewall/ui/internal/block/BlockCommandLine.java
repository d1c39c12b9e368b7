// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.block;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.Expiry;
import org.portio.firewall.Verdict;

/** A request as the command that does the same in a terminal, where sudo can ask for the password. */
final class BlockCommandLine {

    private BlockCommandLine() {}

    static String of(BlockRequest request) {
        List<String> words = new ArrayList<>(List.of(
                "portio",
                "block",
                request.ports().toString(),
                request.protocol().name()));
        if (request.direction() != Direction.INBOUND) {
            words.addAll(List.of("--direction", request.direction().label()));
        }
        addIf(request.verdict() == Verdict.DROP, words, "--drop");
        addIf(request.loopback(), words, "--loopback");
        addIf(request.cutExisting(), words, "--cut");
        addIf(request.expiry().kind() == Expiry.Kind.UNTIL_RESTART, words, "--until-restart");
        if (request.expiry().kind() == Expiry.Kind.AFTER) {
            words.addAll(List.of("--for", request.expiry().duration().toSeconds() + "s"));
        }
        addOption(words, "--program", request.program());
        addOption(words, "--cgroup", request.controlGroup());
        addOption(words, "--reason", request.reason());
        return words.stream().map(BlockCommandLine::quoted).collect(Collectors.joining(" "));
    }

    private static void addIf(boolean wanted, List<String> words, String option) {
        if (wanted) {
            words.add(option);
        }
    }

    private static void addOption(List<String> words, String option, String value) {
        if (!value.isEmpty()) {
            words.addAll(List.of(option, value));
        }
    }

    /** Quotes a word for a shell, unless it needs no quotes. */
    private static String quoted(String word) {
        return word.matches("[\\w./-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
