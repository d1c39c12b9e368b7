// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ToolTipTextTest {

    @Test
    void aShortValueIsOneLine() {
        assertEquals("/usr/bin/nginx --serve", ToolTipText.of("/usr/bin/nginx --serve"));
    }

    @Test
    void aLongValueIsBrokenAtItsBlanks() {
        String value = "/usr/bin/java " + "-Dkey=value ".repeat(50) + "Main";

        String text = ToolTipText.of(value);

        assertEquals(value, text.replaceAll("\\s*\n", " "));
        assertTrue(text.lines().allMatch(line -> line.length() <= 101), text);
    }

    @Test
    void aValueWithoutBlanksIsBrokenAnywhere() {
        assertEquals("x".repeat(100) + "\n" + "x".repeat(20), ToolTipText.of("x".repeat(120)));
    }
}
