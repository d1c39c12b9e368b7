// SPDX-License-Identifier: EPL-2.0
package org.portio.core.process;

import java.util.List;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;

/**
 * What ending a process would hit.
 *
 * @param ports its sockets that others can reach, and those that are bound without listening
 * @param clients connections that others have to these ports
 * @param children processes that it has started and that still run; they are not ended with it
 * @param refusal why PortIO never ends it; empty where it may be ended
 */
public record EndImpact(
        ProcessInfo process, List<Connection> ports, int clients, List<ProcessInfo> children, String refusal) {
    public EndImpact {
        ports = List.copyOf(ports);
        children = List.copyOf(children);
    }
}
