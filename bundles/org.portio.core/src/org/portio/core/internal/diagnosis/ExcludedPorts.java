// SPDX-License-Identifier: EPL-2.0
package org.portio.core.internal.diagnosis;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Kind;
import org.portio.core.diagnosis.Finding.Weight;
import org.portio.core.diagnosis.Question;
import org.portio.core.port.PortRange;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.OperatingSystem;

/** Ports that Windows keeps from everybody, as Hyper-V has it do: a bind is refused although nobody has the port. */
record ExcludedPorts(CommandRunner runner, boolean onWindows) {

    private static final Duration LIMIT = Duration.ofSeconds(5);

    /** Two numbers at the beginning of a line; the headings are in the user's language. */
    private static final Pattern RANGE = Pattern.compile("^\\s*(\\d{1,5})\\s+(\\d{1,5})\\b");

    /** Returns those of this machine. */
    static ExcludedPorts ofSystem() {
        return new ExcludedPorts(CommandRunner.ofSystem(), OperatingSystem.isWindows());
    }

    List<Finding> find(Question question) {
        if (!onWindows) {
            return List.of();
        }
        String protocol = question.protocol().name().toLowerCase(Locale.ROOT);
        List<String> command =
                List.of("netsh", "interface", "ipv4", "show", "excludedportrange", "protocol=" + protocol);
        try {
            String listing = runner.run(command, "", LIMIT).out();
            return rangeWith(question.port(), listing).map(range -> finding(range, command)).stream()
                    .toList();
        } catch (IOException _) {
            return List.of();
        }
    }

    /** Returns the range of this listing that has the port. */
    static Optional<PortRange> rangeWith(int port, String listing) {
        return listing.lines()
                .map(RANGE::matcher)
                .filter(Matcher::find)
                .map(ExcludedPorts::range)
                .flatMap(Optional::stream)
                .filter(range -> range.contains(port))
                .findFirst();
    }

    private static Optional<PortRange> range(Matcher matcher) {
        int first = Integer.parseInt(matcher.group(1));
        int last = Integer.parseInt(matcher.group(2));
        return first < 1 || first > last || last > 65535 ? Optional.empty() : Optional.of(new PortRange(first, last));
    }

    private static Finding finding(PortRange range, List<String> command) {
        return new Finding(
                Kind.EXCLUDED,
                Weight.BLOCKS,
                "Windows excludes ports " + range + ": nobody can bind them",
                String.join(" ", command),
                "net stop winnat && net start winnat",
                false);
    }
}
