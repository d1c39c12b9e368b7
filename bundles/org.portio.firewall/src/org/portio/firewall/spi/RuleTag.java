// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.spi;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.firewall.Direction;

/**
 * Marks a rule of the system's firewall as PortIO's own, and says enough to show and to undo it if the journal is
 * lost. Its text is made of lower-case letters, digits, colons, dots and dashes, which every backend keeps as they are.
 *
 * @param user who asked for it: a uid in decimal, or a Windows SID
 */
public record RuleTag(UUID id, String user, Protocol protocol, PortRange ports, Direction direction) {

    private static final Pattern TEXT = Pattern.compile(
            "portio:v1:([0-9a-f-]{36}):([a-z0-9-]{1,64}):(tcp|udp):(\\d+(?:-\\d+)?):(inbound|outbound|both)");

    /** Returns text such as {@code portio:v1:ID:0:tcp:8080:inbound}; at most 128 characters. */
    public String text() {
        return "portio:v1:" + id + ":" + user + ":" + protocol.label() + ":" + ports + ":" + direction.label();
    }

    /** Returns an empty result for the text of anybody else's rule. */
    public static Optional<RuleTag> parse(String text) {
        Matcher matcher = TEXT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new RuleTag(
                    UUID.fromString(matcher.group(1)),
                    matcher.group(2),
                    "tcp".equals(matcher.group(3)) ? Protocol.TCP : Protocol.UDP,
                    PortRange.parse(matcher.group(4)),
                    direction(matcher.group(5))));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private static Direction direction(String label) {
        return switch (label) {
            case "inbound" -> Direction.INBOUND;
            case "outbound" -> Direction.OUTBOUND;
            default -> Direction.BOTH;
        };
    }
}
