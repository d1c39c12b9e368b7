// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class TextSearchTest {

    private static final String TEXT = "tcp LISTEN tcp listen";

    @Test
    void findsTheNextWhateverItsCase() {
        assertEquals(4, TextSearch.find(TEXT, "listen", 0, 1));
        assertEquals(15, TextSearch.find(TEXT, "listen", 5, 1));
    }

    @Test
    void findsThePreviousOne() {
        assertEquals(4, TextSearch.find(TEXT, "listen", 14, -1));
    }

    @Test
    void goesOnAtTheOtherEnd() {
        assertEquals(4, TextSearch.find(TEXT, "listen", 16, 1));
        assertEquals(15, TextSearch.find(TEXT, "listen", 3, -1));
        assertEquals(15, TextSearch.find(TEXT, "listen", -1, -1));
    }

    @Test
    void saysThatAWordIsNowhere() {
        assertEquals(-1, TextSearch.find(TEXT, "udp", 0, 1));
        assertEquals(-1, TextSearch.find("", "udp", 0, -1));
    }
}
