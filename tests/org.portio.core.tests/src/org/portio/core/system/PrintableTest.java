// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

    @ParameterizedTest
    @ValueSource(
            ints = {
                0, '\n', '\r', '\t', 0x1b, 0x7f, 0x85, 0x9b, 0xad, 0x061c, 0x180e, 0x200b, 0x200d, 0x200f, 0x2028,
                0x2029, 0x202e, 0x2066, 0x2069, 0x2060, 0x034f, 0x115f, 0x3164, 0xfe0f, 0xfeff, 0xfff9, 0xd800, 0xdfff,
                0xe0041
            })
    void charactersThatAreNotSeenAreReplaced(int point) {
        assertEquals("a?b", Printable.of("a" + Character.toString(point) + "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "java -jar x.jar", "gr\u00fc\u00df", "\u65e5\u672c", "\ud83d\ude00", "\u05d0\u0301"})
    void textOfAnyLanguageStays(String text) {
        assertEquals(text, Printable.of(text));
        assertEquals(text, Printable.inJson(text));
    }

    @Test
    void plainTextIsNotCopied() {
        String text = "sshd";
        assertSame(text, Printable.of(text));
    }

    @Test
    void jsonSaysTheSameInEscapes() {
        assertEquals(
                "{\"a\":\"\\u202e\\u009b\\ud800\\udb40\\udc41\u00fc\",\n\"b\":1}\n",
                Printable.inJson("{\"a\":\"\u202e\u009b\ud800\udb40\udc41\u00fc\",\n\"b\":1}\n"));
    }
}
