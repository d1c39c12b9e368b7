// SPDX-License-Identifier: EPL-2.0
/**
 * Everything that is connected on this machine: values for sockets and processes, the service that watches them, and the
 * interface behind which each operating system's way to read them stands. It knows nothing of any user interface.
 */
package org.portio.core;
