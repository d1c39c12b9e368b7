// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.diagnose;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.portio.core.diagnosis.BindScope;
import org.portio.core.diagnosis.Diagnosis;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Weight;

/** The answer in one sentence: can it be bound, and what keeps it. */
record Headline(Verdict verdict, String text) {

    /** The answer to whether it can be bound. */
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
        Ways ways = new Ways(diagnosis.scopes());
        String sentence = NLS.bind(ways.answer(), port);
        String text = cause(diagnosis)
                .map(cause -> NLS.bind(Messages.Headline_because, sentence, cause))
                .orElse(sentence);
        return new Headline(ways.isTaken() ? Verdict.TAKEN : Verdict.PARTLY, text);
    }

    /** The attempts, of which at least one failed. */
    private record Ways(List<BindScope> scopes) {

        /**
         * Returns whether neither a service that takes all addresses gets it, nor any over IPv4: somebody on 0.0.0.0 leaves
         * single IPv6 addresses free, which is of no use to most.
         */
        boolean isTaken() {
            return scopes.stream()
                    .filter(scope -> isWildcard(scope) || !isIpv6(scope) || !triesWildcard())
                    .noneMatch(BindScope::succeeds);
        }

        String answer() {
            if (isTaken()) {
                return Messages.Headline_taken;
            }
            boolean reuseHelps = scopes.stream().filter(BindScope::reuse).allMatch(BindScope::succeeds)
                    && scopes.stream()
                            .filter(scope -> !scope.reuse() && (isWildcard(scope) || !triesWildcard()))
                            .noneMatch(BindScope::succeeds);
            return reuseHelps ? Messages.Headline_reuseOnly : Messages.Headline_partly;
        }

        /** Returns whether the wildcard address was tried, which is not so if one address was asked for. */
        private boolean triesWildcard() {
            return scopes.stream().anyMatch(Ways::isWildcard);
        }

        private static boolean isWildcard(BindScope scope) {
            return scope.address().equals("0.0.0.0") || scope.address().equals("::");
        }

        private static boolean isIpv6(BindScope scope) {
            return scope.address().indexOf(':') >= 0;
        }
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
