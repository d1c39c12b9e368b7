// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Kind;
import org.portio.core.diagnosis.Finding.Weight;
import org.portio.core.diagnosis.Question;
import org.portio.core.internal.BindTrial.Outcome;
import org.portio.core.kernel.SystemSettings;
import org.portio.core.port.PortRange;
import org.portio.core.system.MissingRight;

/** Reads what the system's settings say of a port. On Linux they are files; other systems have none to read. */
record SystemFindings(Path settings) {

    private static final String BIND = "CAP_NET_BIND_SERVICE";

    /** Returns those of this machine. */
    static SystemFindings ofSystem() {
        return new SystemFindings(Path.of("/proc/sys/net/ipv4"));
    }

    List<Finding> find(Question question, List<Scopes.Try> tries) {
        List<Finding> findings = new ArrayList<>();
        privileged(question, tries).ifPresent(findings::add);
        notLocal(question, tries).ifPresent(findings::add);
        ephemeral(question).ifPresent(findings::add);
        return findings;
    }

    private Optional<Finding> privileged(Question question, List<Scopes.Try> tries) {
        // Elsewhere it is not known which ports these are, or whether there are any.
        int first = text("ip_unprivileged_port_start").map(Integer::parseInt).orElse(0);
        boolean denied = tries.stream().anyMatch(attempt -> attempt.outcome() == Outcome.DENIED);
        if (question.port() >= first) {
            return denied ? Optional.of(forbidden(question)) : Optional.empty();
        }
        return Optional.of(new Finding(
                Kind.PRIVILEGED,
                denied ? Weight.BLOCKS : Weight.TELLS,
                "ports below " + first + " need privileges" + (denied ? whatHelps() : ", which this user has"),
                "net.ipv4.ip_unprivileged_port_start = " + first,
                "",
                false));
    }

    /** Returns no command: it would need the file of the program that is to have the port, which is not known. */
    private static String whatHelps() {
        return MissingRight.isRoot()
                ? ": " + MissingRight.advice(BIND)
                : ": start the service as root, or give its program the capability " + BIND + " with setcap";
    }

    private static Finding forbidden(Question question) {
        return new Finding(
                Kind.PRIVILEGED,
                Weight.BLOCKS,
                "the system does not let this user bind " + question.protocol() + " " + question.port()
                        + ", whether it is free or not",
                "binding it for a moment is refused",
                "",
                false);
    }

    private static Optional<Finding> notLocal(Question question, List<Scopes.Try> tries) {
        return tries.stream()
                .filter(attempt -> attempt.outcome() == Outcome.NOT_LOCAL)
                .findFirst()
                .map(attempt -> new Finding(
                        Kind.NOT_LOCAL,
                        Weight.BLOCKS,
                        attempt.place().addressText() + " is not an address of this machine",
                        "binding it for a moment fails for this address",
                        "portio why " + question.port() + " " + question.protocol(),
                        false));
    }

    private Optional<Finding> ephemeral(Question question) {
        Optional<PortRange> range = text("ip_local_port_range").map(SystemFindings::range);
        if (range.isEmpty() || !range.get().contains(question.port()) || isReserved(question.port())) {
            return Optional.empty();
        }
        return Optional.of(new Finding(
                Kind.EPHEMERAL,
                Weight.WARNS,
                "the system gives ports " + range.get()
                        + " to outgoing connections: one of them may have it when the service starts",
                "net.ipv4.ip_local_port_range",
                "portio reserve " + question.port() + " " + question.protocol() + " --keep-from-ephemeral",
                false));
    }

    private static PortRange range(String text) {
        String[] ends = text.split("\\s+");
        return PortRange.parse(ends[0] + "-" + ends[1]);
    }

    private boolean isReserved(int port) {
        return text("ip_local_reserved_ports").stream()
                .flatMap(list -> Arrays.stream(list.split(",")))
                .filter(part -> !part.isBlank())
                .anyMatch(part -> PortRange.parse(part.strip()).contains(port));
    }

    private Optional<String> text(String name) {
        try {
            return Optional.of(SystemSettings.read(settings.resolve(name))).filter(text -> !text.isEmpty());
        } catch (IOException _) {
            return Optional.empty();
        }
    }
}
