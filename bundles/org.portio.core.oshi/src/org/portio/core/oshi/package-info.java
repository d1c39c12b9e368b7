// SPDX-License-Identifier: EPL-2.0
/**
 * Connections through OSHI: works on every system that PortIO runs on, and is used if no faster source can be.
 */
package org.portio.core.oshi;
