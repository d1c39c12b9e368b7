// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.portio.core.system.User;
import org.portio.firewall.Block;
import org.portio.firewall.Block.State;
import org.portio.firewall.Expiry;
import org.portio.firewall.ui.internal.Blocks;
import org.portio.ui.table.Column;

class BlockColumnsTest {

    private static final Instant NOW = Blocks.NOON.plusSeconds(65);
    private static final List<Column<Block>> COLUMNS = BlockColumns.model(
                    InstantSource.fixed(NOW), new User("1000", "alice"))
            .columns();

    private final Block plain = Blocks.of(Blocks.tcp("8080").withReason("load test"));
    private final Block timed = new Block(
            UUID.randomUUID(),
            Blocks.tcp("443").withExpiry(Expiry.after(Duration.ofMinutes(10))),
            "0",
            Blocks.NOON,
            Blocks.NOON.plusSeconds(600),
            "fake",
            State.MISSING,
            -1);
    private final Block unknown =
            new Block(UUID.randomUUID(), Blocks.tcp("90-99"), "0", null, null, "fake", State.ORPHANED, -1);

    @Test
    void theRequestIsShownInTheWordsOfTheField() {
        assertEquals("TCP", text("protocol", plain));
        assertEquals("90-99", text("ports", unknown));
        assertEquals("inbound", text("direction", plain));
        assertEquals("reject", text("verdict", plain));
        assertEquals("load test", text("reason", plain));
        assertEquals(List.of("active", "missing", "orphaned"), states());
    }

    @Test
    void usersHaveTheirNamesAsOnTheCommandLine() {
        assertEquals("root", text("user", timed));
        assertEquals("alice", text("user", blockOf("1000")));
        assertEquals("1001", text("user", blockOf("1001")));
    }

    private static Block blockOf(String user) {
        return new Block(UUID.randomUUID(), Blocks.tcp("90"), user, null, null, "fake", State.ORPHANED, -1);
    }

    @Test
    void ageCountsUpAndTheTimeLeftCountsDown() {
        assertEquals("1 min 5 s", text("age", plain));
        assertEquals("8 min 55 s", text("expires", timed));
        assertEquals("", text("expires", plain));
        assertEquals("at restart", text("expires", Blocks.of(Blocks.tcp("1").withExpiry(Expiry.UNTIL_RESTART))));
    }

    @Test
    void whatIsNotKnownIsEmpty() {
        assertEquals("", text("age", unknown));
        assertEquals("", text("hits", unknown));
        for (Column<Block> column : COLUMNS) {
            for (Block block : List.of(plain, timed, unknown)) {
                assertNotNull(column.text().apply(block), column.id());
                assertEquals(0, column.order(false).compare(block, block), column.id());
            }
        }
    }

    @Test
    void portsAndTimesAreSortedByValue() {
        assertTrue(compare("ports", timed, plain) < 0);
        assertTrue(compare("expires", timed, plain) < 0, "what ends soonest is first");
    }

    private List<String> states() {
        return List.of(text("state", plain), text("state", timed), text("state", unknown));
    }

    private static int compare(String id, Block a, Block b) {
        return column(id).order(false).compare(a, b);
    }

    private static String text(String id, Block block) {
        return column(id).text().apply(block);
    }

    private static Column<Block> column(String id) {
        return COLUMNS.stream()
                .filter(column -> column.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
