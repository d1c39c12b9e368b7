// SPDX-License-Identifier: EPL-2.0
/** How a question is answered from parts of the past, wherever they lie; the past in memory. */
package org.portio.record.internal.question;
