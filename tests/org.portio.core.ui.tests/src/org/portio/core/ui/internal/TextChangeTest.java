// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextChangeTest {

    @Test
    void equalTextsDifferNowhere() {
        assertTrue(TextChange.between("a\nb\n", "a\nb\n").isEmpty());
        assertTrue(TextChange.between("", "").isEmpty());
    }

    @Test
    void aNewLineReplacesNothing() {
        assertEquals(new TextChange(2, 0, "x\n"), TextChange.between("a\nb\n", "a\nx\nb\n"));
    }

    @Test
    void aLineThatIsGoneIsReplacedByNothing() {
        TextChange change = TextChange.between("a\nx\nb\n", "a\nb\n");
        assertEquals(new TextChange(2, 2, ""), change);
        assertFalse(change.isEmpty());
    }

    @Test
    void theChangeTurnsOneTextIntoTheOther() {
        List<String> texts = List.of("", "a", "aa", "aaa", "ab", "ba", "aba", "b");
        for (String earlier : texts) {
            for (String later : texts) {
                TextChange change = TextChange.between(earlier, later);
                StringBuilder changed = new StringBuilder(earlier);
                changed.replace(change.start(), change.start() + change.length(), change.replacement());
                assertEquals(later, changed.toString());
            }
        }
    }
}
