// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import java.time.Instant;
import java.util.UUID;
import org.portio.core.PortRange;
import org.portio.core.Protocol;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;

/** Blocks of TCP ports, asked for at noon. */
final class Blocks {

    static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private Blocks() {}

    static BlockRequest tcp(String ports) {
        return BlockRequest.of(PortRange.parse(ports), Protocol.TCP);
    }

    static Block of(BlockRequest request) {
        return of(request, Block.State.ACTIVE);
    }

    static Block of(BlockRequest request, Block.State state) {
        return new Block(UUID.randomUUID(), request, "1000", NOON, null, "fake", state, 7);
    }
}
