// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal;

import java.util.ArrayList;
import java.util.List;
import org.portio.core.Connection;

/**
 * The rest of two lists of connections when objects are taken out that are in both, in the same order. An object that has
 * moved far is in the rest.
 */
public record Difference(List<Connection> earlier, List<Connection> later) {

    /** The distance that an object may have moved, because others have come or gone before it. */
    private static final int AHEAD = 64;

    /** Compares by identity. */
    public static Difference of(List<Connection> earlier, List<Connection> later) {
        Difference left = new Difference(new ArrayList<>(), new ArrayList<>());
        int before = 0;
        int after = 0;
        while (before < earlier.size() && after < later.size()) {
            int gone = distance(earlier, before, later.get(after));
            int come = gone == 0 ? 0 : distance(later, after, earlier.get(before));
            if (gone == 0) {
                before++;
                after++;
            } else if (gone < AHEAD) {
                left.earlier.addAll(earlier.subList(before, before + gone));
                before += gone;
            } else if (come < AHEAD) {
                left.later.addAll(later.subList(after, after + come));
                after += come;
            } else {
                left.earlier.add(earlier.get(before++));
                left.later.add(later.get(after++));
            }
        }
        left.earlier.addAll(earlier.subList(before, earlier.size()));
        left.later.addAll(later.subList(after, later.size()));
        return left;
    }

    /** Returns how many there are before the wanted one; {@link #AHEAD} if it is not near. */
    private static int distance(List<Connection> list, int from, Connection wanted) {
        int end = Math.min(AHEAD, list.size() - from);
        for (int distance = 0; distance < end; distance++) {
            if (list.get(from + distance) == wanted) {
                return distance;
            }
        }
        return AHEAD;
    }
}
