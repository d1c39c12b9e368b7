// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun.internal;

import java.util.List;
import org.portio.core.system.Printable;
import org.portio.testrun.Change;
import org.portio.testrun.RunReport;

/** A report in the form that build servers read the results of tests from: what is left behind is a test that failed. */
public final class JUnitXml {

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
                .append(text(report.run().text()))
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
                .append(text(String.join("\n", RunText.lines(report))))
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
                .append(text(faults.getFirst()))
                .append(faults.size() == 1 ? "" : " (and " + (faults.size() - 1) + " more)")
                .append("\">")
                .append(text(String.join("\n", faults)))
                .append("</failure>\n  </testcase>\n");
    }

    /** Escapes what has a meaning in XML, and replaces what may not be in it at all. */
    private static String text(String text) {
        StringBuilder escaped = new StringBuilder();
        for (String line : text.lines().toList()) {
            escaped.append(escaped.isEmpty() ? "" : "\n");
            Printable.of(line).codePoints().forEach(point -> append(point, escaped));
        }
        return escaped.toString();
    }

    private static void append(int point, StringBuilder escaped) {
        switch (point) {
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            case '&' -> escaped.append("&amp;");
            case '"' -> escaped.append("&quot;");
            case 0xfffe, 0xffff -> escaped.append('?');
            default -> escaped.appendCodePoint(point);
        }
    }
}
