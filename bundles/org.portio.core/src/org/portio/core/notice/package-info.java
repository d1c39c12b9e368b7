// SPDX-License-Identifier: EPL-2.0
/** What is worth telling somebody who does not look: the rules for it, when it is told, and the listeners that are known. */
package org.portio.core.notice;
