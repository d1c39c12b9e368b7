// SPDX-License-Identifier: EPL-2.0
/** Insights, which are things that stand out among the sockets of this machine; and the rules that find it; other bundles add theirs. */
package org.portio.core.insight;
