// SPDX-License-Identifier: EPL-2.0
/**
 * Events that the operating system tells of, as they happen: that sockets end or change their state, that processes begin and
 * end, and how many connections were opened in all, so that it is known how many were not seen.
 */
package org.portio.core.event;
