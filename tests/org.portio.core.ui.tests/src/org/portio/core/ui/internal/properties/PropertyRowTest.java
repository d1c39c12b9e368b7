// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PropertyRowTest {

    private final PropertyRow category = category("7", "nginx");

    @Test
    void oneLineIsCopiedAsItsValue() {
        assertEquals("nginx", PropertyRow.copy(List.of(category.children().get(1))));
    }

    @Test
    void severalLinesAreCopiedWithTheirNames() {
        assertEquals("PID\t7" + System.lineSeparator() + "Name\tnginx", PropertyRow.copy(category.children()));
    }

    @Test
    void aCategoryIsCopiedAsItsLinesEachOnce() {
        assertEquals(
                PropertyRow.copy(category.children()),
                PropertyRow.copy(List.of(category, category.children().getFirst())));
    }

    @Test
    void rowsAreTheSameWhateverTheirValues() {
        PropertyRow other = category("8", "java");

        assertTrue(PropertyRow.SAME.equals(category, other));
        assertTrue(PropertyRow.SAME.equals(
                category.children().getFirst(), other.children().getFirst()));
        assertFalse(PropertyRow.SAME.equals(
                category.children().getFirst(), other.children().getLast()));
        assertFalse(PropertyRow.SAME.equals(category, category.children().getFirst()));
        assertEquals(PropertyRow.SAME.hashCode(category), PropertyRow.SAME.hashCode(other));
    }

    private static PropertyRow category(String pid, String name) {
        return PropertyRow.of(new PropertyCategory.Builder("process0", "Process " + name)
                .line("PID", pid)
                .line("Name", name)
                .build());
    }
}
