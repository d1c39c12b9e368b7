// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portio.core.Protocol;

/**
 * An action of the workbench in place of the command that a finding suggests.
 *
 * @param command of the workbench; it may not have it
 * @param parameters of that command, by their ids
 */
record RemedyAction(String label, String command, Map<String, String> parameters) {

    private static final String PORTIO = "portio";
    private static final String PORT = "port";
    private static final String PROTOCOL = "protocol";
    private static final String OURS = "org.portio.core.ui.";
    private static final String ADDRESS = "address";
    private static final String CONNECTIONS = "connections";
    private static final String RESERVATIONS = "org.portio.reservation.ui.";

    private static final Pattern KILL = Pattern.compile("--port (?<port>\\d{1,5}) --(?<protocol>tcp|udp)"
            + "(?: --address (?<address>[^ ]+))?(?<connections> --connections)?");

    /**
     * Returns an empty result if the workbench has no such command, or if the remedy takes other privileges than its
     * own.
     */
    static Optional<RemedyAction> of(String remedy) {
        List<String> words = List.of(remedy.strip().split("\\s+"));
        if (words.size() < 2 || !words.getFirst().equals(PORTIO)) {
            return Optional.empty();
        }
        List<String> rest = words.subList(2, words.size());
        return switch (words.get(1)) {
            case "kill" -> kill(String.join(" ", rest));
            case "why" -> ofPort(Messages.RemedyAction_diagnose, OURS, "diagnosePort", rest);
            case "reserve" -> ofPort(Messages.RemedyAction_reserve, RESERVATIONS, "reservePort", rest);
            case "close" -> close(rest);
            default -> Optional.empty();
        };
    }

    /** Returns nothing if it ends processes by anything else than a port, or by force. */
    private static Optional<RemedyAction> kill(String options) {
        Matcher matcher = KILL.matcher(options);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Map<String, String> parameters = new HashMap<>();
        parameters.put(OURS + PORT, matcher.group(PORT));
        parameters.put(OURS + PROTOCOL, matcher.group(PROTOCOL).toUpperCase(Locale.ROOT));
        if (matcher.group(ADDRESS) != null) {
            parameters.put(OURS + ADDRESS, matcher.group(ADDRESS));
        }
        if (matcher.group(CONNECTIONS) != null) {
            parameters.put(OURS + CONNECTIONS, "true");
        }
        return Optional.of(new RemedyAction(Messages.RemedyAction_end, OURS + "endProcessOfPort", parameters));
    }

    private static Optional<RemedyAction> ofPort(String label, String bundle, String command, List<String> words) {
        boolean understood = words.size() >= 2
                && words.get(0).matches("\\d{1,5}")
                && words.get(1).matches(Protocol.TCP + "|" + Protocol.UDP);
        return understood
                ? Optional.of(new RemedyAction(
                        label, bundle + command, Map.of(bundle + PORT, words.get(0), bundle + PROTOCOL, words.get(1))))
                : Optional.empty();
    }

    private static Optional<RemedyAction> close(List<String> ends) {
        return ends.size() == 2
                ? Optional.of(new RemedyAction(
                        Messages.RemedyAction_close,
                        OURS + "closeConnectionBetween",
                        Map.of(OURS + "local", ends.get(0), OURS + "remote", ends.get(1))))
                : Optional.empty();
    }
}
