// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.portio.core.address.AddressParser;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Kind;
import org.portio.core.diagnosis.Finding.Weight;
import org.portio.core.diagnosis.Question;

/**
 * Finds the port among the virtual services of IPVS, the kernel's load balancer: no socket shows them, and what binds the
 * port gets none of their packets.
 *
 * @param table the kernel's own, there only if it has IPVS
 */
record IpvsFindings(Path table) {

    /** Port of a service that takes the packets to all ports. */
    private static final int ALL_PORTS = 0;

    /** Returns those of this machine. */
    static IpvsFindings ofSystem() {
        return new IpvsFindings(Path.of("/proc/net/ip_vs"));
    }

    List<Finding> find(Question question) {
        if (!Files.exists(table)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(table)) {
            return lines.flatMap(line -> finding(question, line).stream()).toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /** Lines of services look like {@code TCP  0A000001:0050 rr}; those of the servers behind them begin with spaces. */
    private static Optional<Finding> finding(Question question, String line) {
        String[] words = line.split(" +");
        if (words.length < 2 || !words[0].equals(question.protocol().toString())) {
            return Optional.empty();
        }
        return service(words[1])
                .filter(service -> isMeant(question, service))
                .map(service -> new Finding(
                        Kind.REDIRECT,
                        Weight.WARNS,
                        "the kernel's load balancer (IPVS) forwards " + question.protocol() + " " + service
                                + " to other servers: clients reach one of them, whoever binds the port here",
                        "/proc/net/ip_vs: " + line.strip(),
                        "ipvsadm -L -n",
                        false));
    }

    private static boolean isMeant(Question question, Endpoint service) {
        return (service.port() == question.port() || service.port() == ALL_PORTS)
                && (question.address().isEmpty()
                        || AddressParser.parse(question.address(), question.port()).stream()
                                .anyMatch(asked -> Addresses.overlap(asked.address(), service.address())));
    }

    /** Reads {@code 0A000001:0050} or {@code [2001:0db8:0000:0000:0000:0000:0000:0001]:0050}; empty if it is neither. */
    private static Optional<Endpoint> service(String text) {
        int colon = text.lastIndexOf(':');
        try {
            String address = text.substring(0, colon);
            InetAddress parsed = address.startsWith("[")
                    ? Addresses.parse(address.substring(1, address.length() - 1))
                    : Addresses.of(HexFormat.of().parseHex(address));
            return Optional.of(new Endpoint(parsed, HexFormat.fromHexDigits(text, colon + 1, text.length())));
        } catch (RuntimeException _) {
            return Optional.empty();
        }
    }
}
