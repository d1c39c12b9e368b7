// SPDX-License-Identifier: EPL-2.0
/**
 * Addresses, ports and network interfaces as sockets have them, to and from the text that users write and read. It
 * needs nothing else of the core.
 */
package org.portio.core.address;
