// SPDX-License-Identifier: EPL-2.0
/** Notices for somebody who does not look: the rules for them, when they are shown, and the listeners that are known. */
package org.portio.core.notice;
