// SPDX-License-Identifier: EPL-2.0
/** Reads the rules of the system's packet filter, whoever made them, and follows a packet through them. */
package org.portio.firewall.internal.ruleset;
