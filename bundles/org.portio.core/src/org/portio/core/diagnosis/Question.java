// SPDX-License-Identifier: EPL-2.0
package org.portio.core.diagnosis;

import org.portio.core.Protocol;
import org.portio.core.Snapshot;

/**
 * The question that finding providers answer.
 *
 * @param port 1 to 65535
 * @param address that the service binds, as {@link org.portio.core.address.AddressParser} reads it; empty for any
 * @param snapshot the sockets of this moment
 */
public record Question(int port, Protocol protocol, String address, Snapshot snapshot) {}
