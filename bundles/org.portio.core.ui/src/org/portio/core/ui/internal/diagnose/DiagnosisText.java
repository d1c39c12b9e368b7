// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.portio.core.diagnosis.Diagnosis;
import org.portio.core.diagnosis.Finding;

/** A diagnosis as text. */
final class DiagnosisText {

    private DiagnosisText() {}

    /** Returns all of it, for the clipboard. */
    static String of(Diagnosis diagnosis) {
        List<String> lines = new ArrayList<>();
        lines.add(Headline.of(diagnosis).text());
        for (Finding finding : diagnosis.findings()) {
            lines.add("");
            lines.add(what(finding));
            addIfAny(lines, "    ", evidence(finding));
            addIfAny(lines, "    ", finding.remedy());
        }
        lines.add("");
        lines.add(String.join("\t", ScopeRow.titles()));
        ScopeRow.of(diagnosis.scopes()).forEach(row -> lines.add(String.join("\t", row.cells())));
        return String.join(System.lineSeparator(), lines);
    }

    private static void addIfAny(List<String> lines, String indent, String text) {
        if (!text.isEmpty()) {
            lines.add(indent + text);
        }
    }

    /** Returns one sentence that says, too, if it was concluded rather than seen. */
    static String what(Finding finding) {
        return finding.inferred() ? NLS.bind(Messages.DiagnosisText_inferred, finding.what()) : finding.what();
    }

    /** Returns an empty result if there is none. */
    static String evidence(Finding finding) {
        return finding.evidence().isEmpty() ? "" : NLS.bind(Messages.DiagnosisText_evidence, finding.evidence());
    }
}
