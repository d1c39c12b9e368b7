// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import java.util.Set;

/**
 * A firewall backend's description of itself when it was chosen.
 *
 * @param name its short name, such as {@code nftables}
 * @param availability whether it can be used here, with the present rights or through the helper
 */
public record BackendInfo(String name, Set<Capability> capabilities, Availability availability) {

    public BackendInfo {
        capabilities = Set.copyOf(capabilities);
    }
}
