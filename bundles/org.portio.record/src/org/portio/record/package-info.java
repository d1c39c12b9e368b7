// SPDX-License-Identifier: EPL-2.0
/**
 * The past of this machine's sockets: accounts of their lives, how completely they were watched, what PortIO did
 * meanwhile, and questions about all of it.
 */
package org.portio.record;
