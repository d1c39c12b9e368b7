// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.util.List;
import org.portio.firewall.Block;

/**
 * The blocks seen at one moment.
 *
 * @param unsettled whether something is to be healed
 */
record Glance(List<Block> blocks, boolean unsettled) {}
