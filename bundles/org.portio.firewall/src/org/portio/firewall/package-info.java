// SPDX-License-Identifier: EPL-2.0
/**
 * Blocks ports through the system's own firewall and opens them again. What PortIO adds is tagged and written down before
 * it is done, so that it can be undone exactly, also after a crash; rules of others are never touched.
 */
package org.portio.firewall;
