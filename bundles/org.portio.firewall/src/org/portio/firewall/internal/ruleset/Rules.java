// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.ruleset;

import java.net.InetAddress;
import java.util.List;

/**
 * The rules of the system's firewall at one moment.
 *
 * @param gaps what of them could not be read
 * @param own the addresses of the machine
 */
public record Rules(Ruleset ruleset, List<Gap> gaps, List<InetAddress> own) {

    public Rules {
        gaps = List.copyOf(gaps);
        own = List.copyOf(own);
    }
}
