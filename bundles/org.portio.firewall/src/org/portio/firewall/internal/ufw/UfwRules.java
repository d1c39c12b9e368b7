// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.ufw;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.portio.firewall.spi.RuleTag;

/** Reads the user rules in ufw's own file: one line of words for each, whatever the language of its messages. */
public final class UfwRules {

    /**
     * A rule.
     *
     * @param verdict as {@code reject}
     * @param match what ufw takes two rules for the same by, as {@code in tcp 8000}
     * @param tag empty for a rule of somebody else
     */
    record Tuple(String verdict, String match, Optional<RuleTag> tag) {}

    private static final String START = "### tuple ### ";
    private static final String COMMENT = "comment=";
    private static final String END = "### END RULES ###";
    private static final int FIXED_WORDS = 7;

    private UfwRules() {}

    /** Returns an empty result if the file is not all there. */
    public static Optional<List<Tuple>> parse(String text) {
        List<Tuple> tuples = new ArrayList<>();
        text.lines().forEach(line -> tuple(line).ifPresent(tuples::add));
        return text.contains(END) ? Optional.of(tuples) : Optional.empty();
    }

    /** Reads lines such as {@code deny tcp 8000 0.0.0.0/0 any 0.0.0.0/0 in comment=706f}; names of applications may stand before the way. */
    static Optional<Tuple> tuple(String line) {
        String[] words = line.startsWith(START) ? line.substring(START.length()).split(" ") : new String[0];
        if (words.length < FIXED_WORDS) {
            return Optional.empty();
        }
        String last = words[words.length - 1];
        boolean hasComment = last.startsWith(COMMENT);
        String way = words[words.length - (hasComment ? 2 : 1)];
        boolean fromAndToAny = isAny(words[3]) && "any".equals(words[4]) && isAny(words[5]);
        String elsewhere = fromAndToAny ? "" : " " + words[3] + " " + words[4] + " " + words[5];
        return Optional.of(new Tuple(
                words[0],
                way + " " + words[1] + " " + words[2] + elsewhere,
                hasComment ? tag(last.substring(COMMENT.length())) : Optional.empty()));
    }

    private static boolean isAny(String network) {
        return "0.0.0.0/0".equals(network) || "::/0".equals(network);
    }

    private static Optional<RuleTag> tag(String hex) {
        try {
            return RuleTag.parse(new String(HexFormat.of().parseHex(hex), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }
}
