// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.internal;

import java.util.List;
import org.portio.core.system.Printable;
import org.portio.testrun.Change;
import org.portio.testrun.RunReport;

/** A report in the form that build servers read the results of tests from: what is left behind is a test that failed. */
public final class JUnitXml {

    private static final char INSTEAD = '\ufffd';
    private static final String LINE_BREAK = "&#10;";

    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    private int tests;
    private int failures;

    private JUnitXml() {}

    public static String of(RunReport report) {
        JUnitXml cases = new JUnitXml();
        Integer code = report.exitCode();
        String ended = code == null ? "the command did not end by itself" : "it ended with exit code " + code;
        cases.add("command succeeds", code != null && code == 0 ? List.of() : List.of(ended));
        cases.add(
                "no port is left open",
                report.leaks().stream().map(RunText::line).toList());
        cases.add(
                "all changes are reverted",
                report.changes().stream()
                        .filter(change -> !change.reverted())
                        .map((Change change) -> RunText.line(change))
                        .toList());
        JUnitXml all = new JUnitXml();
        all.xml
                .append("<testsuite name=\"")
                .append(attribute(report.run().text()))
                .append("\" tests=\"")
                .append(cases.tests)
                .append("\" failures=\"")
                .append(cases.failures)
                .append("\" errors=\"0\" skipped=\"0\" time=\"")
                .append(report.ended() == null ? "0" : RunText.seconds(report))
                .append("\" timestamp=\"")
                .append(report.run().started())
                .append("\">\n")
                .append(cases.xml, cases.xml.indexOf("\n") + 1, cases.xml.length())
                .append("  <system-out>")
                .append(content(String.join("\n", RunText.lines(report))))
                .append("</system-out>\n</testsuite>\n");
        return all.xml.toString();
    }

    private void add(String name, List<String> faults) {
        tests++;
        xml.append("  <testcase classname=\"portio.with\" name=\"").append(name).append("\" time=\"0\"");
        if (faults.isEmpty()) {
            xml.append("/>\n");
            return;
        }
        failures++;
        xml.append(">\n    <failure message=\"")
                .append(attribute(faults.getFirst()))
                .append(faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)")
                .append("\">")
                .append(content(String.join("\n", faults)))
                .append("</failure>\n  </testcase>\n");
    }

    /** Returns the value of an attribute, of which a parser gives back the very text: line breaks, too. */
    private static String attribute(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> append(point, escaped));
        return escaped.toString();
    }

    /** Returns the text of an element, in which line breaks are as they are. */
    private static String content(String text) {
        return attribute(text).replace(LINE_BREAK, "\n");
    }

    /** Characters that are not to be shown are references, and those that XML cannot have at all are replaced. */
    private static void append(int point, StringBuilder escaped) {
        switch (point) {
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '&' -> escaped.append("&amp;");
            case '"' -> escaped.append("&quot;");
            default -> {
                String shown = Character.toString(point);
                if (!isAllowed(point)) {
                    escaped.append(INSTEAD);
                } else if (Printable.of(shown).equals(shown)) {
                    escaped.append(shown);
                } else {
                    escaped.append("&#").append(point).append(';');
                }
            }
        }
    }

    /** Returns whether XML 1.0 has the character (2.2); half of a surrogate pair is none. */
    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || point == '\r'
                || point >= ' ' && point < Character.MIN_SURROGATE
                || point > Character.MAX_SURROGATE && point < 0xfffe
                || point >= Character.MIN_SUPPLEMENTARY_CODE_POINT;
    }
}
