// SPDX-License-Identifier: EPL-2.0
/** Reads the rules of the system's packet filter, whoever made them, in the terms of nftables. */
package org.portio.firewall.internal.ruleset;
