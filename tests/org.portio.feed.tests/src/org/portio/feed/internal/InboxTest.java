// SPDX-License-Identifier: EPL-2.0
package org.portio.feed.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portio.core.Protocol;
import org.portio.feed.PortState;
import org.portio.feed.PortState.Subject;

class InboxTest {

    private static final PortState HELD = state("held");
    private static final PortState LENT = state("lent");

    private static PortState state(String state) {
        return new PortState(Subject.RESERVATION, "TCP 8080", Protocol.TCP, "8080", state, "");
    }

    @Test
    void theFirstStateIsTakenByItselfThoughMoreHasCome() throws IOException {
        try (Inbox inbox = new Inbox()) {
            inbox.show(Subject.RESERVATION, List.of());
            inbox.show(Subject.RESERVATION, List.of(HELD));
            inbox.show(Subject.RESERVATION, List.of(LENT));

            assertEquals(Map.of(Subject.RESERVATION, List.of()), inbox.take().ports());
            assertEquals(
                    Map.of(Subject.RESERVATION, List.of(LENT)), inbox.take().ports());
            assertEquals(Map.of(), inbox.take().ports());
        }
    }

    @Test
    void laterStatesBecomeOne() throws IOException {
        try (Inbox inbox = new Inbox()) {
            inbox.show(Subject.RESERVATION, List.of());
            inbox.take();
            inbox.show(Subject.RESERVATION, List.of(HELD));
            inbox.show(Subject.RESERVATION, List.of(LENT));

            assertEquals(
                    Map.of(Subject.RESERVATION, List.of(LENT)), inbox.take().ports());
            assertEquals(Map.of(), inbox.take().ports());
        }
    }
}
