// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.firewall;

import java.util.ArrayList;
import java.util.List;
import org.portio.cli.command.Services;
import org.portio.core.ConnectionException;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Caution;

/** Says before a block what somebody may not have thought of. */
record BlockCautions(Services services) {

    List<String> of(BlockRequest request) {
        List<String> lines = new ArrayList<>();
        for (Caution caution : cautions(request)) {
            lines.add("caution: " + text(caution, request));
        }
        return lines;
    }

    /** Returns the cautions; a port can be blocked even if the connections cannot be seen. */
    private List<Caution> cautions(BlockRequest request) {
        try {
            return Caution.of(
                    request,
                    Caution.needsConnections(request) ? services.monitor().snapshot() : null);
        } catch (ConnectionException _) {
            return Caution.of(request, null);
        }
    }

    private static String text(Caution caution, BlockRequest request) {
        return switch (caution.kind()) {
            case MANY_PORTS -> "this blocks " + caution.number() + " ports";
            case ANSWERS ->
                "ports " + request.ports() + " include ports that this machine sends from: answers to its"
                        + " own UDP requests, such as DNS lookups, are also blocked";
            case REMOTE_ACCESS ->
                "port " + caution.number() + " is used for remote access"
                        + (caution.process().isEmpty() ? "" : ": " + caution.process() + " listens");
        };
    }
}
