// SPDX-License-Identifier: EPL-2.0
package org.portio.server.internal;

import org.portio.core.kernel.SystemSettings;

/** The low ports, which need privileges. */
final class PrivilegedPorts {

    private static final int USUAL = 1024;

    private PrivilegedPorts() {}

    /** Returns the first port that anybody may bind; if the system does not tell, it is the same nearly everywhere. */
    static int firstFree() {
        return SystemSettings.value("net/ipv4/ip_unprivileged_port_start")
                .map(Integer::valueOf)
                .orElse(USUAL);
    }
}
