// SPDX-License-Identifier: EPL-2.0
package org.portio.core.port;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.portio.core.Protocol;

class ServiceNamesTest {

    /** Lines from the services files of Debian, macOS and Windows. */
    private static final ServiceNames NAMES = ServiceNames.parse(List.of(
            "# Network services, Internet style",
            "",
            "ssh\t\t22/tcp\t\t\t\t# SSH Remote Login Protocol",
            "domain\t\t53/tcp",
            "domain\t\t53/udp",
            "http\t\t80/tcp\t\twww\t\t# WorldWideWeb HTTP",
            "http-alt        8080/udp     # HTTP Alternate (see port 80)",
            "www-second\t80/tcp",
            "msp             18/sctp",
            "  indented\t7777/tcp",
            "broken line",
            "#commented\t99/tcp"));

    @Test
    void findsNamesByProtocolAndPort() {
        assertEquals(Optional.of("ssh"), NAMES.name(Protocol.TCP, 22));
        assertEquals(Optional.of("domain"), NAMES.name(Protocol.UDP, 53));
        assertEquals(Optional.of("http-alt"), NAMES.name(Protocol.UDP, 8080));
        assertEquals(Optional.of("indented"), NAMES.name(Protocol.TCP, 7777));
    }

    @Test
    void takesTheFirstOfSeveralNames() {
        assertEquals(Optional.of("http"), NAMES.name(Protocol.TCP, 80));
    }

    @Test
    void hasNoNameForWhatIsNotListed() {
        assertEquals(Optional.empty(), NAMES.name(Protocol.UDP, 22));
        assertEquals(Optional.empty(), NAMES.name(Protocol.TCP, 99));
        assertEquals(Optional.empty(), NAMES.name(Protocol.TCP, 18));
    }
}
