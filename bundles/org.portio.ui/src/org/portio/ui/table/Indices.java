// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.Arrays;

/** Sets of row indices as ascending arrays. */
final class Indices {

    private Indices() {}

    /** Returns those of the first that are not among the second. */
    static int[] without(int[] first, int[] second) {
        int[] left = new int[first.length];
        int count = 0;
        int at = 0;
        for (int index : first) {
            while (at < second.length && second[at] < index) {
                at++;
            }
            if (at == second.length || second[at] != index) {
                left[count++] = index;
            }
        }
        return Arrays.copyOf(left, count);
    }
}
