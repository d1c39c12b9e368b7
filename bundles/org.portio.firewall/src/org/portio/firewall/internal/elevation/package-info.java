// SPDX-License-Identifier: EPL-2.0
/** Ways to have the helper run as root: through pkexec, and through sudo with whatever asks for its password. */
package org.portio.firewall.internal.elevation;
