// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.Protocol;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;

/** Tests of what is entered in the dialog Start Server: what is wrong with it, and what becomes of it. */
class ServerFormTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "8080-8090", "http", "99999999999", "80 80"})
    void whatIsNotAPortIsSaid(String port) {
        assertTrue(ServerForm.of(port, Protocol.TCP).problem().contains("“" + port + "” is not a valid port"));
    }

    @Test
    void localhostIsServedOnIpv4() {
        ServerForm server = new ServerForm("80", Protocol.TCP, ServerMode.ECHO, "localhost", Lifetime.UNTIL_STOPPED);

        assertEquals("127.0.0.1", server.request().address());
    }

    @Test
    void aServerIsOnLoopbackUnlessSaidOtherwise() {
        ServerForm form = ServerForm.of("8080", Protocol.TCP);
        assertEquals(new ServerRequest(8080, Protocol.TCP, ServerMode.ECHO, "127.0.0.1", null), form.request());
        assertTrue(form.sentence().contains("only this machine can reach it"), form.sentence());

        ServerForm open = new ServerForm("8080", Protocol.TCP, ServerMode.HTTP_OK, "", Lifetime.FIVE_MINUTES);
        assertEquals(Duration.ofMinutes(5), open.request().duration());
        assertTrue(open.sentence().contains("other machines can reach it"), open.sentence());
        assertTrue(open.sentence().endsWith("for 5 minutes."), open.sentence());
    }

    @Test
    void aServerHasAModeThatItsProtocolHas() {
        ServerForm http = new ServerForm("53", Protocol.UDP, ServerMode.HTTP_OK, "", Lifetime.ONE_DAY);
        assertEquals(ServerMode.ECHO, http.fitted().mode());
        assertEquals("TCP only.", ServerForm.whyNot(ServerMode.RESET, Protocol.UDP));
        assertEquals("", ServerForm.whyNot(ServerMode.RESET, Protocol.TCP));
    }
}
