// SPDX-License-Identifier: EPL-2.0
package org.portio.app.perspective;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutCheckTest {

    private static final String NAMES = " xmlns:a='http://www.eclipse.org/ui/2010/UIModel/application/ui/advanced'";

    @Test
    void aLayoutIsOne() {
        assertTrue(isLayout("<a:Perspective" + NAMES + "><children elementId='x'/></a:Perspective>"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no XML",
                "<a:Perspective",
                "<Perspective/>",
                "<a:Placeholder" + NAMES + "/>",
                "<a:Perspective" + NAMES + ">",
                "<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><a:Perspective" + NAMES + " label='&e;'/>",
                "<!DOCTYPE a><a:Perspective" + NAMES + "/>",
                "<a:Perspective" + NAMES + "><children href='http://127.0.0.1/x#y'/></a:Perspective>",
                "<a:Perspective" + NAMES + "><children contributionURI='bundleclass://x/y'/></a:Perspective>",
                "<a:Perspective" + NAMES + "><contributionURI>bundleclass://x/y</contributionURI></a:Perspective>",
            })
    void whatIsMoreOrLessIsNone(String text) {
        assertFalse(isLayout(text));
    }

    private static boolean isLayout(String text) {
        return LayoutCheck.isLayout(text.getBytes(StandardCharsets.UTF_8));
    }
}
