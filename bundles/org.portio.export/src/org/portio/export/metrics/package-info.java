// SPDX-License-Identifier: EPL-2.0
/** Figures of a snapshot for systems that watch many machines: how many sockets, never which. */
package org.portio.export.metrics;
