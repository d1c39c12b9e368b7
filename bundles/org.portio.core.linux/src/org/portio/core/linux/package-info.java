// SPDX-License-Identifier: EPL-2.0
/**
 * Connections as the Linux kernel itself lists them: netlink's sock_diag for the sockets, {@code /proc} for their
 * owners, both through the JDK's foreign function interface.
 */
package org.portio.core.linux;
