// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.internal.group;

/**
 * The identity of a group across refreshes; no key of a row equals it.
 *
 * @param grouping the id of the grouping that makes it
 * @param value what its rows have in common; null for those that have nothing there
 */
public record GroupKey(String grouping, Object value) {}
