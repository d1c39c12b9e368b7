// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall;

import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;

/** Hears what happens to blocks while they are watched; called from another thread than the UI's. */
@ConsumerType
public interface FirewallListener {

    /** The blocks or their counters are not what they were. */
    void changed(List<Block> blocks);

    /** Somebody else removed these blocks from the system's firewall, and PortIO has put them back. */
    void healed(List<Block> blocks);

    /** The system's firewall could not be asked or healed; called once until it is over. */
    void failed(FirewallException failure);
}
