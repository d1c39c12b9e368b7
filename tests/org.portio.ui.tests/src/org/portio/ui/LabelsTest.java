// SPDX-License-Identifier: EPL-2.0
package org.portio.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests foreign words in labels and text fields. */
class LabelsTest {

    @ParameterizedTest
    @CsvSource({
        "make&run, make&&run, make&run",
        "a&&b, a&&&&b, a&&b",
        "plain, plain, plain",
    })
    void anAmpersandIsShownAndMakesNoMnemonic(String name, String label, String field) {
        assertEquals(label, Labels.shown(name));
        assertEquals(field, Labels.lines(name));
    }

    @ParameterizedTest
    @CsvSource({
        "evil\u202Eexe, evil?exe",
        "a\u001b[31mb, a?[31mb",
        "zero\u200bwidth, zero?width",
        "\u0430pple, \u0430pple",
    })
    void whatCannotBeSeenOrTurnsTheLineIsAQuestionMark(String name, String shown) {
        assertEquals(shown, Labels.shown(name));
    }

    @ParameterizedTest
    @CsvSource({"'Ends:\n  a&b\n  c\u202e', 'Ends:\n  a&&b\n  c?'"})
    void linesOfAMessageStay(String text, String shown) {
        assertEquals(shown, Labels.shown(text));
    }

    @ParameterizedTest
    @CsvSource({"'x\nTCP 22 is free & well', x?TCP 22 is free && well"})
    void aNameBeginsNoLineOfItsOwn(String text, String shown) {
        assertEquals(shown, Labels.line(text));
    }
}
