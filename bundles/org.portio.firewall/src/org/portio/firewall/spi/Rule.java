// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.spi;

import java.time.Duration;
import org.portio.firewall.BlockRequest;

/**
 * A rule that a backend is to add.
 *
 * @param remaining after which the system is to drop the rule by itself, if the backend can; null for never
 */
public record Rule(RuleTag tag, BlockRequest request, Duration remaining) {}
