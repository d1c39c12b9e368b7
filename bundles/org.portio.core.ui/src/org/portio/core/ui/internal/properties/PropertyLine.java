// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.properties;

/**
 * One thing that is known about a connection.
 *
 * @param name what it is; no two lines of a category have the same
 */
record PropertyLine(String name, String value) {}
