// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.StringReader;
import java.time.Instant;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.Protocol;
import org.portio.testrun.internal.RunJson;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class ReportsTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
    private static final TestRun RUN = new TestRun(
            "m1-2-3",
            TestRun.Kind.WITH,
            List.of("sh", "-c", "a < b && \u0001\"c\""),
            "",
            42,
            "boot",
            START,
            null,
            false);
    private static final Opened CALL =
            new Opened(START, Opened.Kind.LISTEN, 43, "python3", Protocol.TCP, "127.0.0.1", 8080, 0);
    private static final Leak LEAK =
            new Leak(43, "python3", "python3 -m x", Protocol.TCP, "127.0.0.1:8080", "", "LISTEN", START, false);
    private static final Change CHANGE =
            new Change(new Holding(Holding.Kind.BLOCK, "key", "TCP 80 inbound"), false, "not <allowed>");

    private static RunReport report() {
        return RunReport.of(RUN)
                .ended(START.plusMillis(1500), RunReport.End.EXITED, 3)
                .with(RunReport.Record.EXACT, "", List.of(CALL))
                .withLeaks(List.of(LEAK))
                .withChanges(List.of(CHANGE));
    }

    @Test
    void jsonIsReadAsItWasWritten() {
        assertEquals(report(), RunJson.read(Reports.json(report())));
        RunReport open = RunReport.of(RUN);
        assertEquals(open, RunJson.read(Reports.json(open)));
    }

    @Test
    void linesTellEachCallAndWhatIsLeft() {
        List<String> lines = Reports.lines(report());
        assertEquals(5, lines.size());
        assertTrue(lines.get(0).endsWith("has ended with exit code 3 after 1.5 s"), lines.get(0));
        assertEquals("recorded: each call of each process, 0 binds, 1 listen, 0 connects", lines.get(1));
        assertTrue(lines.get(2).endsWith("listen TCP 127.0.0.1:8080 by python3 (PID 43)"), lines.get(2));
        assertTrue(lines.get(3).startsWith("left open: TCP 127.0.0.1:8080 LISTEN by python3 (PID 43)"), lines.get(3));
        assertEquals("not reverted: block TCP 80 inbound: not <allowed>", lines.get(4));
        assertEquals(4, Reports.summary(report()).size());
    }

    private static Document parsed(RunReport report) throws Exception {
        return DocumentBuilderFactory.newDefaultNSInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(Reports.junit(report))));
    }

    private static RunReport of(String command) {
        TestRun run = new TestRun(
                "m1-2-3", TestRun.Kind.WITH, List.of("sh", "-c", command), "", 42, "boot", START, null, false);
        return RunReport.of(run)
                .ended(START, RunReport.End.EXITED, 0)
                .withLeaks(
                        List.of(new Leak(43, "p", command, Protocol.TCP, "127.0.0.1:80", "", "LISTEN", null, false)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "two\nlines",
                "tab\tand\r\nwindows\rmac",
                "  blanks  ",
                "]]> &#10; &lt;\"'",
                "\u0085\u007f\u2028\u202e bidi",
                "\ud83d\ude00 \u00e4\uffe6"
            })
    void whatAJunitReportTellsIsTheVeryText(String command) throws Exception {
        Element suite = parsed(of(command)).getDocumentElement();
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertEquals(of(command).run().text(), suite.getAttribute("name"));
        assertTrue(suite.getAttribute("name").endsWith("(sh -c " + command + ")"), suite.getAttribute("name"));
        assertTrue(failure.getAttribute("message").endsWith(": " + command), failure.getAttribute("message"));
        assertEquals(failure.getAttribute("message"), failure.getTextContent());
        assertTrue(suite.getElementsByTagName("system-out")
                .item(0)
                .getTextContent()
                .contains(command));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u0000", "\u001b", "\ud83d", "\ude00", "\ufffe", "\uffff"})
    void whatXmlCannotHaveIsReplaced(String sign) throws Exception {
        Element suite = parsed(of("a" + sign + "b")).getDocumentElement();
        assertTrue(suite.getAttribute("name").endsWith("(sh -c a\ufffdb)"), suite.getAttribute("name"));
    }

    @Test
    void aLongCommandIsNotCutWithinACharacter() throws Exception {
        String smiles = "\ud83d\ude00".repeat(200);
        for (String command : List.of(smiles, "x" + smiles)) {
            String name = parsed(of(command)).getDocumentElement().getAttribute("name");
            assertFalse(name.contains("\ufffd"), name);
        }
    }

    @Test
    void junitReportIsXmlWithATestForEachKindOfFault() throws Exception {
        Element suite = parsed(report()).getDocumentElement();
        assertEquals("3", suite.getAttribute("tests"));
        assertEquals("3", suite.getAttribute("failures"));
        assertEquals(3, suite.getElementsByTagName("testcase").getLength());
        assertTrue(suite.getAttribute("name").contains("a < b && \ufffd\"c\""), suite.getAttribute("name"));
        String message = suite.getElementsByTagName("failure").item(2).getTextContent();
        assertEquals("not reverted: block TCP 80 inbound: not <allowed>", message);
    }

    @Test
    void junitReportOfARunWithoutFaultHasNoFailure() {
        String xml = Reports.junit(RunReport.of(RUN).ended(START, RunReport.End.EXITED, 0));
        assertTrue(xml.contains("failures=\"0\""), xml);
    }
}
