// SPDX-License-Identifier: EPL-2.0
/** The folder of segments: its one writer, its readers, what is kept and what is forgotten. */
package org.portio.record.internal.store;
