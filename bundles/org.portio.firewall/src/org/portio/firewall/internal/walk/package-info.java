// SPDX-License-Identifier: EPL-2.0
/** Follows packets through the rules of the system's packet filter: where each may end, and what that depends on. */
package org.portio.firewall.internal.walk;
