// SPDX-License-Identifier: EPL-2.0
/**
 * The part of the packaged product that is started first. Uses nothing but the JDK, and lies beside the main jar's manifest: it says what
 * is wrong when any other jar is missing or damaged.
 */
package org.portio.cli.start;
