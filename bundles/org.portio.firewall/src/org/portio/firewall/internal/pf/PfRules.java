// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.pf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portio.core.Protocol;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.Verdict;
import org.portio.firewall.spi.Requests;
import org.portio.firewall.spi.Rule;
import org.portio.firewall.spi.RuleTag;
import org.portio.firewall.spi.Terms;

/**
 * Lines of pf's. A label has room for 63 characters, too few for a tag: the same is written shorter there, the identity in
 * base 64, as {@code portio:AAAAAAAAQACAAAAAAAAAAQ:501:ti8080}.
 */
public final class PfRules {

    private static final Pattern LABEL =
            Pattern.compile("label \"portio:([A-Za-z0-9_-]{22}):([a-z0-9-]+):([tu])([iob])(\\d+(?:-\\d+)?)\"");
    private static final int UUID_BYTES = 16;

    private PfRules() {}

    static List<String> of(Rule rule) {
        BlockRequest request = rule.request();
        String verdict = request.verdict() == Verdict.DROP ? "drop" : "return";
        String device = request.loopback() ? "" : "on ! lo0 ";
        boolean onlyNew = request.protocol() == Protocol.TCP && !request.cutExisting();
        List<String> lines = new ArrayList<>();
        for (Direction way : Requests.ways(request.direction())) {
            if (way == Direction.OUTBOUND && Requests.sparesAnswers(request, false)) {
                // What was asked from there is answered: its state is looked at before the block.
                lines.add("pass in " + device + "proto " + request.protocol().label() + " from any port "
                        + Requests.colonRange(request) + " to any keep state label \"" + label(rule.tag()) + "\"");
            }
            lines.add("block " + verdict + (way == Direction.INBOUND ? " in" : " out") + " quick " + device + "proto "
                    + request.protocol().label() + " from any to any port " + Requests.colonRange(request)
                    + (onlyNew ? " flags S/SA" : "") + " label \"" + label(rule.tag()) + "\"");
        }
        return lines;
    }

    /** Returns what these lines of one block say of themselves. */
    static Terms terms(RuleTag tag, List<String> lines) {
        String line = lines.getLast();
        Verdict verdict =
                line.startsWith("block drop") ? Verdict.DROP : line.startsWith("block return") ? Verdict.REJECT : null;
        boolean cut = tag.protocol() == Protocol.TCP && !line.contains(" flags S/SA");
        return new Terms(verdict, !line.contains("on ! lo0"), cut, null);
    }

    static String label(RuleTag tag) {
        ByteBuffer id = ByteBuffer.allocate(UUID_BYTES);
        id.putLong(tag.id().getMostSignificantBits()).putLong(tag.id().getLeastSignificantBits());
        return "portio:" + Base64.getUrlEncoder().withoutPadding().encodeToString(id.array()) + ":" + tag.user() + ":"
                + tag.protocol().label().charAt(0) + tag.direction().label().charAt(0) + tag.ports();
    }

    /** Returns an empty result for a line of somebody else's. */
    public static Optional<RuleTag> tag(String line) {
        Matcher label = LABEL.matcher(line);
        if (!label.find()) {
            return Optional.empty();
        }
        ByteBuffer id = ByteBuffer.wrap(Base64.getUrlDecoder().decode(label.group(1)));
        String direction = switch (label.group(4)) {
            case "i" -> "inbound";
            case "o" -> "outbound";
            default -> "both";
        };
        return RuleTag.parse("portio:v1:" + new UUID(id.getLong(), id.getLong()) + ":" + label.group(2) + ":"
                + ("t".equals(label.group(3)) ? "tcp" : "udp") + ":" + label.group(5) + ":" + direction);
    }
}
