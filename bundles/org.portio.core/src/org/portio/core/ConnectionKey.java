// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import org.portio.core.address.AddressFamily;
import org.portio.core.address.Endpoint;

/**
 * The identity of a connection while it lives: it tells whether a row of one snapshot is a row of the next.
 *
 * @param remote null for a socket without a peer
 * @param namespace network namespace; empty for that of PortIO
 * @param platformKey the kernel's own number of the socket (inode or cookie), 0 if the source has none
 */
public record ConnectionKey(
        Protocol protocol, AddressFamily family, Endpoint local, Endpoint remote, String namespace, long platformKey) {}
