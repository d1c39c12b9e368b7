// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.util.List;
import java.util.Random;

/** Texts in which a few characters are wrong, missing or doubled. */
public final class Mutations {

    private static final List<String> PIECES = List.of(
            "{", "}", "[", "]", "\"", ":", ",", "null", "99999999999999999999", "-1", "true", "{}", "[]", "\n", "é");

    private final Random random;

    public Mutations(long seed) {
        random = new Random(seed);
    }

    /** Returns the text with one to three faults. */
    public String of(String text) {
        String faulty = text;
        for (int fault = random.nextInt(3); fault >= 0 && !faulty.isEmpty(); fault--) {
            int at = random.nextInt(faulty.length());
            int length = Math.min(faulty.length() - at, 1 + random.nextInt(8));
            String piece = switch (random.nextInt(3)) {
                case 0 -> "";
                case 1 -> PIECES.get(random.nextInt(PIECES.size()));
                default -> faulty.substring(at, at + length).repeat(2);
            };
            faulty = faulty.substring(0, at) + piece + faulty.substring(at + length);
        }
        return faulty;
    }
}
