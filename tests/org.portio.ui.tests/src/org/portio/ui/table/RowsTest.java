// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class RowsTest {

    @Test
    void selectedRowsAreFoundAgainByTheirKeys() {
        Rows<String> before = rows("a", "b", "c");
        Rows<String> after = rows("c", "x", "A");
        assertArrayEquals(new int[] {0, 2}, after.positionsOf(before, new int[] {0, 1, 2}));
    }

    @Test
    void rowsWithTheSameKeyStayApart() {
        Rows<String> before = rows("a", "A", "b", "a");
        assertArrayEquals(new int[] {1, 3}, before.positionsOf(before, new int[] {1, 3}));
        assertArrayEquals(new int[] {2}, rows("b", "a", "A").positionsOf(before, new int[] {1, 3}));
    }

    @Test
    void selectedRowsAreFoundAgainInAnyOrder() {
        Rows<String> before = rows("a", "b", "c", "d");

        assertArrayEquals(new int[] {0, 2, 3}, rows("d", "x", "a", "c").positionsOf(before, new int[] {0, 2, 3}));
        assertArrayEquals(new int[] {0, 1, 3}, rows("a", "b", "new", "d").positionsOf(before, new int[] {0, 1, 2, 3}));
    }

    @Test
    void aSelectedRowThatSaysSomethingElseIsToldFromOneThatDoesNot() {
        Rows<String> before = rows("a", "b");

        assertTrue(rows("x", "a", "b").areSame(new int[] {1, 2}, before, new int[] {0, 1}));
        assertFalse(rows("A", "b").areSame(new int[] {0, 1}, before, new int[] {0, 1}));
        assertFalse(rows("a").areSame(new int[] {0}, before, new int[] {0, 1}));
    }

    @Test
    void whatIsNotInBothIsToldByIndicesAlone() {
        assertArrayEquals(new int[] {2, 9}, Indices.without(new int[] {1, 2, 5, 9}, new int[] {0, 1, 5, 7}));
        assertArrayEquals(new int[] {}, Indices.without(new int[] {}, new int[] {3}));
    }

    @Test
    void theTopRowStaysOnTop() {
        assertEquals(2, rows("x", "y", "b", "c").topAfter(rows("a", "b", "c"), 1));
    }

    @Test
    void theNextRowTakesThePlaceOfATopRowThatIsGone() {
        assertEquals(1, rows("x", "c", "d").topAfter(rows("a", "b", "c", "d"), 1));
    }

    @Test
    void atTheTopTheTableStaysAtTheTop() {
        assertEquals(0, rows("new", "a", "b").topAfter(rows("a", "b"), 0));
    }

    @Test
    void withoutAnyRowOfBeforeItStaysWithinTheRows() {
        assertEquals(1, rows("x", "y").topAfter(rows("a", "b", "c", "d"), 3));
        assertEquals(0, rows().topAfter(rows("a", "b"), 1));
    }

    private static Rows<String> rows(String... items) {
        return Rows.of(List.of(items), item -> item.toLowerCase(Locale.ROOT));
    }
}
