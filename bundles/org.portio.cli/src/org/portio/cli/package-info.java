// SPDX-License-Identifier: EPL-2.0
/**
 * The terminal's door into PortIO: commands that read what is connected and print it for people and for scripts. It
 * runs on a plain class path, without OSGi, which would cost seconds at each start.
 */
package org.portio.cli;
