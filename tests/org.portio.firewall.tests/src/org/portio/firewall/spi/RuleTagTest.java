// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.spi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.firewall.Direction;

class RuleTagTest {

    private static final UUID ID = UUID.fromString("00000000-0000-4000-8000-000000000001");

    @Test
    void isReadAsItWasWritten() {
        RuleTag tag = new RuleTag(ID, "1000", Protocol.UDP, new PortRange(9000, 9010), Direction.BOTH);

        assertEquals(Optional.of(tag), RuleTag.parse(tag.text()));
        assertEquals("portio:v1:00000000-0000-4000-8000-000000000001:1000:udp:9000-9010:both", tag.text());
    }

    @Test
    void fitsIntoTheCommentOfEveryBackend() {
        String sid = "s-1-5-21-3623811015-3361044348-30300820-1013";
        RuleTag tag = new RuleTag(ID, sid, Protocol.TCP, new PortRange(10000, 65535), Direction.OUTBOUND);

        assertTrue(tag.text().matches("[a-z0-9:._-]{1,128}"), tag.text());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "docker: published port",
                "portio:v1:jump",
                "portio:v2:00000000-0000-4000-8000-000000000001:0:tcp:80:inbound",
                "portio:v1:00000000-0000-4000-8000-000000000001:0:tcp:70000:inbound",
                "portio:v1:00000000-0000-4000-8000-000000000001:0:tcp:80:inbound\" accept"
            })
    void isNotSeenInTheTextOfAnybodyElse(String text) {
        assertEquals(Optional.empty(), RuleTag.parse(text));
    }
}
