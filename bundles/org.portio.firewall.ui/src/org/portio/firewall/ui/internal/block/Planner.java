// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.block;

import java.util.List;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.FirewallException;
import org.portio.firewall.PlannedCommand;

/** Knows what a request would run. Called on another thread than the UI's. */
@FunctionalInterface
public interface Planner {

    List<PlannedCommand> plan(BlockRequest request) throws FirewallException;
}
