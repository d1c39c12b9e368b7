// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.ruleset;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.Protocol;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Kind;
import org.portio.core.diagnosis.Finding.Weight;
import org.portio.firewall.spi.RuleTag;

/**
 * One rule in words.
 *
 * @param port such as {@code TCP 8080 over IPv4}
 * @param clients whom it concerns
 * @param acceptedBefore rules of the same hook that let some packets through first
 */
record FindingText(Remark remark, String port, String clients, Collection<Remark> acceptedBefore) {

    Finding finding(Protocol protocol) {
        Optional<RuleTag> own = remark.rule() == null
                ? Optional.empty()
                : RuleTag.parse(remark.rule().comment());
        String evidence = Stream.concat(Stream.of(remark), conditional().stream())
                .map(Remark::evidence)
                .collect(Collectors.joining("; "));
        return new Finding(
                remark.end() == End.TURNED ? Kind.REDIRECT : Kind.FIREWALL,
                weight(),
                own.isPresent() ? "PortIO blocks " + port + unreachable() : what(),
                evidence,
                own.map(tag -> "portio unblock " + tag.ports() + " " + protocol)
                        .orElseGet(() -> remark.chain().command()),
                !remark.certain() && own.isEmpty());
    }

    /** That some clients are refused whichever port they ask for is good to know, and no more. */
    private Weight weight() {
        boolean forSome = remark.end() == End.REFUSED && !remark.namesPort() && !remark.isLastWord();
        return forSome && remark.doubts().stream().allMatch(Doubt::understood) ? Weight.TELLS : Weight.WARNS;
    }

    private String what() {
        return switch (remark.end()) {
            case TURNED ->
                "a NAT rule turns " + port + " to another place" + conditions() + ": " + clients
                        + " reach that, whoever binds the port here";
            case REFUSED -> refused();
            default -> "what a firewall rule does to " + port + " cannot be told: " + Doubt.text(remark.doubts());
        };
    }

    private String refused() {
        if (!remark.isLastWord()) {
            return "a firewall rule blocks " + port + conditions() + unreachable();
        }
        String last = remark.rule() == null ? "the policy " + remark.chain().policy() : "a final rule";
        return remark.certain()
                ? port + " is not accepted by any firewall rule, and " + last + " refuses what is not" + unreachable()
                : "the firewall accepts " + port + " under further conditions only" + doubts(conditional())
                        + ", and " + last + " refuses the rest: a service gets the port, and " + clients
                        + " may not get through";
    }

    private String unreachable() {
        return ": a service gets the port, and " + clients + " do not get through";
    }

    private List<Remark> conditional() {
        return remark.certain() || !remark.isLastWord() ? List.of() : List.copyOf(acceptedBefore);
    }

    private String conditions() {
        if (remark.certain()) {
            return "";
        }
        return remark.doubts().isEmpty()
                ? " unless an earlier rule accepts it"
                : " under further conditions" + doubts(List.of(remark));
    }

    private static String doubts(List<Remark> remarks) {
        List<Doubt> all = remarks.stream()
                .flatMap(one -> one.doubts().stream())
                .distinct()
                .toList();
        return all.isEmpty() ? "" : " (" + Doubt.text(all) + ")";
    }
}
