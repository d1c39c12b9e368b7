// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.resolve;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns with any number of stars. */
class WildcardsTest {

    @ParameterizedTest
    @CsvSource({
        "abc, abc, true",
        "abc, abcd, false",
        "*, '', true",
        "*, abc, true",
        "a*c, abc, true",
        "a*c, ac, true",
        "a*a, a, false",
        "ab*ba, aba, false",
        "*b*, abc, true",
        "a**c, abbc, true",
        "a*b*c, axbxc, true",
        "a*b*c, acb, false",
        "*.xml, x.xml.bak, false",
        "'a.*', 'axb', false",
        "'\\E.*\\Q*', 'anything', false"
    })
    void starStandsForAnyText(String pattern, String text, boolean fits) {
        assertEquals(fits, Wildcards.matches(pattern, text));
    }
}
