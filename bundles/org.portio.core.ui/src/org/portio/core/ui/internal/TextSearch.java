// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

/** Finds a word in a text, whatever its case, and continues at the other end when it reaches one. */
final class TextSearch {

    private TextSearch() {}

    /**
     * Offset of the nearest occurrence.
     *
     * @param from where the first place looked at begins
     * @param step 1 to look forward, -1 to look backward
     * @return -1 if the word is nowhere
     */
    static int find(String text, String word, int from, int step) {
        int places = text.length() - word.length() + 1;
        for (int tried = 0; tried < places; tried++) {
            int offset = Math.floorMod(from + tried * step, places);
            if (text.regionMatches(true, offset, word, 0, word.length())) {
                return offset;
            }
        }
        return -1;
    }
}
