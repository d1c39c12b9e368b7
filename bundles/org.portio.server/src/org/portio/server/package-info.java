// SPDX-License-Identifier: EPL-2.0
/** Temporary servers: a port that answers for a while, to try a client, a firewall or a network with. */
package org.portio.server;
