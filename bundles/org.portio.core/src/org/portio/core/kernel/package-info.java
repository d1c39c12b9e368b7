// SPDX-License-Identifier: EPL-2.0
/** The Linux kernel's own calls, for what Java has no methods for. */
package org.portio.core.kernel;
