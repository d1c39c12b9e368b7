// SPDX-License-Identifier: EPL-2.0
/**
 * What is started first of the packaged product. Uses nothing but the JDK, and lies beside the main jar's manifest: it says what
 * is wrong when any other jar is missing or damaged.
 */
package org.portio.cli.start;
