// SPDX-License-Identifier: EPL-2.0
package org.portio.record;

import java.nio.file.Path;
import java.time.Instant;

/**
 * The state of a history on the disk.
 *
 * @param folder its files, which need not exist
 * @param isRecorded whether a process is recording there
 * @param since when the oldest of what is kept began; null if nothing is kept
 * @param accounts number of sockets that are kept
 * @param bytes size of its files
 * @param unread number of files that another version of PortIO has written, in a format that this one does not know
 */
public record HistoryState(Path folder, boolean isRecorded, Instant since, long accounts, long bytes, int unread) {}
