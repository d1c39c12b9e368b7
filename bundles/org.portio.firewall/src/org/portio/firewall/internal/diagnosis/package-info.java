// SPDX-License-Identifier: EPL-2.0
/** Says in words what the rules of the system's packet filter mean for a port. */
package org.portio.firewall.internal.diagnosis;
