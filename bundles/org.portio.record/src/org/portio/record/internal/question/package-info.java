// SPDX-License-Identifier: EPL-2.0
/** Answers to questions from parts of the past, wherever they lie; the past in memory. */
package org.portio.record.internal.question;
