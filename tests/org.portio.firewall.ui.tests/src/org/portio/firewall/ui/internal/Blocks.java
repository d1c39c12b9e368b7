// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal;

import java.time.Instant;
import java.util.UUID;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.firewall.Block;
import org.portio.firewall.BlockRequest;

/** Blocks of TCP ports, made at noon. */
public final class Blocks {

    public static final Instant NOON = Instant.parse("2026-01-02T12:00:00Z");

    private Blocks() {}

    public static BlockRequest tcp(String ports) {
        return BlockRequest.of(PortRange.parse(ports), Protocol.TCP);
    }

    public static Block of(BlockRequest request) {
        return of(request, Block.State.ACTIVE);
    }

    public static Block of(BlockRequest request, Block.State state) {
        return new Block(UUID.randomUUID(), request, "1000", NOON, null, "fake", state, 7);
    }
}
