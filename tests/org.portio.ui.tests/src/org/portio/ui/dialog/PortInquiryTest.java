// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Protocol;
import org.portio.core.port.PortProbe;
import org.portio.core.port.PortProbe.Result;
import org.portio.testing.FakeSource;
import org.portio.testing.Sockets;
import org.portio.ui.dialog.PortAnswer.Kind;

/** Tests what the dialogs say about a port. */
class PortInquiryTest {

    private final FakeSource source = new FakeSource();

    @Test
    void aFreePortIsFine() {
        assertEquals(PortAnswer.FINE, ask(Result.FREE, question("", "")));
    }

    @Test
    void aTakenPortIsAProblemThatNamesWhoHasIt() {
        source.show(Sockets.listener("0.0.0.0", 8080));

        PortAnswer answer = ask(Result.TAKEN, question("", ""));

        assertEquals(Kind.PROBLEM, answer.kind());
        assertTrue(
                answer.text().startsWith("TCP 8080 is taken ") && answer.text().contains("0.0.0.0:8080"),
                answer.text());
    }

    @Test
    void oneAddressIsFreeWhileAnotherHasThePort() {
        source.show(Sockets.listener("127.0.0.2", 8080));

        assertEquals(Kind.FINE, ask(Result.TAKEN, question("127.0.0.1", "")).kind());
        assertEquals(Kind.PROBLEM, ask(Result.TAKEN, question("127.0.0.2", "")).kind());
    }

    @Test
    void anUnseenHolderIsAProblem() {
        PortAnswer answer = ask(Result.TAKEN, question("", ""));
        assertEquals(Kind.PROBLEM, answer.kind());
        assertTrue(answer.text().contains("unlisted socket"), answer.text());
    }

    @Test
    void aPortThatMayNotBeBoundIsAWarning() {
        PortAnswer answer = ask(Result.DENIED, question("", ""));
        assertEquals(Kind.WARNING, answer.kind());
        assertTrue(answer.text().contains("below 1024"), answer.text());
    }

    @Test
    void aListThatFailsIsAWarning() {
        source.fail("no list today");
        PortAnswer answer = ask(Result.FREE, question("", ""));
        assertEquals(new PortAnswer(Kind.WARNING, "Cannot tell whether the port is free: no list today"), answer);
    }

    @Test
    void anExecutableMustBeThereAndBeOne(@TempDir Path folder) {
        String missing = folder.resolve("app").toString();
        assertEquals(Kind.PROBLEM, ask(Result.FREE, question("", missing)).kind());
        assertEquals(
                Kind.PROBLEM, ask(Result.FREE, question("", folder.toString())).kind());
        String java = ProcessHandle.current().info().command().orElseThrow();
        assertEquals(Kind.FINE, ask(Result.FREE, question("", java)).kind());
    }

    @Test
    void anAddressMustBeOfThisMachine() {
        // Reserved for documentation: nobody has it.
        PortAnswer answer = ask(Result.FREE, question("192.0.2.55", ""));
        assertEquals(new PortAnswer(Kind.PROBLEM, "This machine does not have the address 192.0.2.55."), answer);
        assertEquals(Kind.FINE, ask(Result.FREE, question("127.0.0.7", "")).kind());
    }

    @Test
    void whatTheKeeperHoldsIsFineThoughItIsTaken() {
        PortProbe taken = (_, _, _, _) -> Result.TAKEN;

        PortAnswer answer = new PortInquiry(ConnectionMonitor.over(List.of(source)), taken, PortQuestion::portText)
                .apply(question("", ""));

        assertEquals(new PortAnswer(Kind.FINE, "TCP 8080"), answer);
    }

    private PortAnswer ask(Result probed, PortQuestion question) {
        PortProbe probe = (_, _, _, _) -> probed;
        return new PortInquiry(ConnectionMonitor.over(List.of(source)), probe, _ -> "").apply(question);
    }

    private static PortQuestion question(String address, String executable) {
        return new PortQuestion(8080, Protocol.TCP, address, executable);
    }
}
