// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.diagnosis;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portio.core.Protocol;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Kind;
import org.portio.core.diagnosis.Finding.Weight;
import org.portio.firewall.internal.walk.Doubt;
import org.portio.firewall.internal.walk.End;
import org.portio.firewall.internal.walk.Remark;
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

    /** Returns the weight; clients that are refused whichever port they ask for are worth a note, and no more. */
    private Weight weight() {
        boolean forSome = remark.end() == End.REFUSED && !remark.namesPort() && !remark.isLastWord();
        boolean byClient = remark.doubts().stream().allMatch(Doubt::understood)
                && remark.doubts().stream().anyMatch(Doubt::ofClients);
        return forSome && byClient ? Weight.TELLS : Weight.WARNS;
    }

    private String what() {
        return switch (remark.end()) {
            case TURNED ->
                "a NAT rule redirects " + port + conditions() + ": " + clients
                        + " reach another destination, whoever binds the port here";
            case REFUSED -> refused();
            default -> "cannot tell what a firewall rule does to " + port + ": " + Doubt.text(remark.doubts());
        };
    }

    private String refused() {
        if (!remark.isLastWord()) {
            return "a firewall rule blocks " + port + conditions() + unreachable();
        }
        String last = remark.rule() == null ? "the policy " + remark.chain().policy() : "a final rule";
        return remark.certain()
                ? "no firewall rule accepts " + port + ", and " + last + " refuses everything else" + unreachable()
                : "the firewall accepts " + port + " only under further conditions" + doubts(conditional())
                        + ", and " + last + " refuses the rest: a service can bind the port, but " + clients
                        + " may not get through";
    }

    private String unreachable() {
        return ": a service can bind the port, but " + clients + " do not get through";
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
