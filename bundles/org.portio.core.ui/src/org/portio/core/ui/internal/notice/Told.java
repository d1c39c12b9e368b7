// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.notice;

import org.portio.core.notice.Notice;

/**
 * A notice in the list.
 *
 * @param number of this session, the first has 1
 * @param quiet whether it came in quiet hours, and so was not shown
 */
record Told(long number, Notice notice, boolean quiet) {}
