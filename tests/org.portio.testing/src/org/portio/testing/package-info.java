// SPDX-License-Identifier: EPL-2.0
/** Made-up sockets, sources and commands for tests, and machines made of network namespaces. Never shipped. */
package org.portio.testing;
