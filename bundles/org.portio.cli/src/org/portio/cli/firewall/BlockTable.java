// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import java.util.List;
import java.util.Locale;
import org.portio.cli.text.Output;
import org.portio.cli.text.Table;
import org.portio.core.system.User;
import org.portio.firewall.Block;

/**
 * Blocks in columns.
 *
 * @param user who runs this
 */
record BlockTable(boolean header, boolean colours, User user) {

    private static final List<String> TITLES = List.of(
            "Proto", "Ports", "Direction", "Verdict", "State", "Since", "Until", "Hits", "Backend", "User", "Reason");

    void print(List<Block> blocks, Output output) {
        new Table(TITLES, header, colours)
                .print(blocks.stream().map(this::cells).toList(), output);
    }

    private List<String> cells(Block block) {
        return List.of(
                block.request().protocol().label(),
                block.request().ports().toString(),
                block.request().direction().label(),
                BlockText.verdict(block),
                block.state().name().toLowerCase(Locale.ROOT),
                BlockText.since(block),
                BlockText.until(block),
                BlockText.hits(block),
                block.backend(),
                block.userName(user),
                block.request().reason());
    }
}
