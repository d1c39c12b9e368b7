// SPDX-License-Identifier: EPL-2.0
/** Answers why a port cannot be bound, with the evidence and what to do; other bundles add what they know. */
package org.portio.core.diagnosis;
