// SPDX-License-Identifier: EPL-2.0
package org.portio.testrun;

import java.util.List;
import org.portio.testrun.internal.JUnitXml;
import org.portio.testrun.internal.RunJson;
import org.portio.testrun.internal.RunText;

/** The forms of a report. */
public final class Reports {

    private Reports() {}

    /** Returns lines for a reader. */
    public static List<String> lines(RunReport report) {
        return RunText.lines(report);
    }

    /** Returns the same without the single calls. */
    public static List<String> summary(RunReport report) {
        return RunText.summary(report);
    }

    /** Returns the same without the record: how it ended, and what is left. */
    public static List<String> end(RunReport report) {
        return RunText.end(report);
    }

    /** Returns a line for a reader on a socket that was left open. */
    public static String line(Leak leak) {
        return RunText.line(leak);
    }

    /** Returns one document, which {@code testrun.schema.json} describes, without the end of its last line. */
    public static String json(RunReport report) {
        return RunJson.text(report);
    }

    /** Returns a document that systems for continuous integration show: a test that fails for each kind of fault. */
    public static String junit(RunReport report) {
        return JUnitXml.of(report);
    }
}
