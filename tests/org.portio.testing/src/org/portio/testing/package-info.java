// SPDX-License-Identifier: EPL-2.0
/** Made-up sockets and sources for tests. Never shipped. */
package org.portio.testing;
