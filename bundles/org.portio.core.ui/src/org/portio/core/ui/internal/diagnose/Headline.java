// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.portio.core.diagnosis.BindScope;
import org.portio.core.diagnosis.Diagnosis;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Weight;

/** The answer in one sentence: can it be bound, and what keeps it. */
record Headline(Verdict verdict, String text) {

    /** Can it be bound? */
    enum Verdict {
        FREE,
        PARTLY,
        TAKEN
    }

    static Headline of(Diagnosis diagnosis) {
        String port = diagnosis.protocol() + " " + diagnosis.port();
        if (diagnosis.isFree()) {
            return new Headline(Verdict.FREE, NLS.bind(Messages.Headline_free, port));
        }
        boolean taken = diagnosis.scopes().stream().noneMatch(BindScope::succeeds);
        String answer = taken ? Messages.Headline_taken : partly(diagnosis);
        String sentence = NLS.bind(answer, port);
        String text = cause(diagnosis)
                .map(cause -> NLS.bind(Messages.Headline_because, sentence, cause))
                .orElse(sentence);
        return new Headline(taken ? Verdict.TAKEN : Verdict.PARTLY, text);
    }

    private static String partly(Diagnosis diagnosis) {
        boolean reuseHelps = diagnosis.scopes().stream().allMatch(scope -> scope.reuse() == scope.succeeds());
        return reuseHelps ? Messages.Headline_reuseOnly : Messages.Headline_partly;
    }

    /** The weightiest finding comes first; without one, what the first bind failed for. */
    private static Optional<String> cause(Diagnosis diagnosis) {
        return Stream.concat(
                        diagnosis.findings().stream()
                                .filter(finding -> finding.weight() == Weight.BLOCKS)
                                .map(Finding::what),
                        diagnosis.scopes().stream().map(BindScope::why))
                .filter(why -> !why.isEmpty())
                .findFirst();
    }
}
