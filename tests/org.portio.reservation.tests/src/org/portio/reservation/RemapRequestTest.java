// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RemapRequestTest {

    @Test
    void isReadAsItIsWritten() {
        assertEquals(new RemapRequest(8080, RemapRequest.ANY), RemapRequest.parse("8080=auto"));
        assertEquals(new RemapRequest(80, 18080), RemapRequest.parse("80=18080"));
        assertEquals("8080=auto", RemapRequest.parse("8080=auto").toString());
    }

    @ParameterizedTest
    @CsvSource({
        "8080, write 8080=auto or 8080=PORT",
        "8080=x, 'x' is not a valid port",
        "0=auto, '0' is not a valid port",
        "8080=70000, '70000' is not a valid port",
        "8080=8080, choose another one"
    })
    void whatIsNotOneIsRefusedWithWhatToDo(String text, String message) {
        String refusal = assertThrows(IllegalArgumentException.class, () -> RemapRequest.parse(text))
                .getMessage();
        assertTrue(refusal.contains(message), refusal);
    }
}
