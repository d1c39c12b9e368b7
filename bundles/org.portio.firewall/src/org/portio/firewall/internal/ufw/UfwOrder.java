// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.ufw;

import java.util.Optional;
import java.util.stream.Collectors;
import org.portio.core.address.AddressFamily;
import org.portio.firewall.internal.walk.Precedence;
import org.portio.firewall.spi.RuleTag;

/**
 * Reads the order of ufw's user rules: below each line for ufw itself, its file has the rules of iptables that are made of it.
 * What ufw's administrator has written into {@code before.rules} is not judged: no user rule can be put before that.
 */
final class UfwOrder {

    private static final String TABLE = "*filter";

    private final boolean ipv6;
    private Optional<RuleTag> tag = Optional.empty();

    private UfwOrder(boolean ipv6) {
        this.ipv6 = ipv6;
    }

    /** Returns the order in a file of user rules; nothing if all rules are PortIO's, or the file cannot be understood. */
    static Optional<Precedence> of(AddressFamily family, String file) {
        boolean hasOthers = UfwRules.parse(file).stream()
                .flatMap(tuples -> tuples.stream())
                .anyMatch(tuple -> tuple.tag().isEmpty());
        if (!hasOthers) {
            return Optional.empty();
        }
        try {
            UfwOrder order = new UfwOrder(family == AddressFamily.IPV6);
            String saved = file.lines().map(order::asSaved).collect(Collectors.joining("\n"));
            return Optional.of(Precedence.ofIptables(family, saved));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /** Returns the line as iptables-save prints it: with the chains that lead to the user rules, and tags as comments. */
    private String asSaved(String line) {
        if (line.equals(TABLE)) {
            String chain = ipv6 ? "ufw6-user-" : "ufw-user-";
            return line + "\n:INPUT ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n-A INPUT -j " + chain + "input\n-A OUTPUT -j "
                    + chain + "output";
        }
        if (!line.startsWith("-A ")) {
            tag = UfwRules.tuple(line).flatMap(UfwRules.Tuple::tag);
            return line;
        }
        // Before the target, as iptables-save has it.
        return tag.map(its -> line.replaceFirst(" -", " -m comment --comment " + its.text() + " -"))
                .orElse(line);
    }
}
