// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A {@code /proc} that shows only processes: PortIO says what is missing. */
class SubsetPidTest {

    private static final String RAW_SOCKET =
            "use Socket; socket(my $s, AF_INET, SOCK_RAW, 253) or die $!; system(@ARGV) and exit 1";

    private static Product.Result run(String... arguments) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/perl")), "skipped: there is no perl");
        String mount = "mount -t proc -o subset=pid proc /proc && exec perl -e '" + RAW_SOCKET + "' \"$@\"";
        String portio = Product.home().resolve("portio").toString();
        Product.Result result = Product.run(
                Map.of(),
                List.of(
                        "unshare",
                        "-m",
                        "-p",
                        "-n",
                        "-f",
                        "sh",
                        "-c",
                        mount,
                        "sh",
                        portio,
                        String.join(" ", arguments)));
        assumeTrue(
                !result.err().contains("unshare"), () -> "skipped: no namespaces, for which root is needed: " + result);
        assumeTrue(!result.err().contains("subset"), () -> "skipped: no subset=pid before Linux 5.8: " + result);
        return result;
    }

    @Test
    void socketsOfOtherProtocolsAreCounted() throws Exception {
        Product.Result list = run("list");

        assertTrue(list.err().contains("not listed: 1 socket that is neither TCP nor UDP (1 raw)"), list.toString());
    }

    @Test
    void doctorTellsThatTheSettingsAreNotKnown() throws Exception {
        Product.Result doctor = run("doctor");

        assertTrue(doctor.out().contains("/proc/sys cannot be read"), doctor.toString());
        assertTrue(doctor.out().contains("(1 raw)"), doctor.toString());
    }
}
