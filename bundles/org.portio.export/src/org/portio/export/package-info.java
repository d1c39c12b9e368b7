// SPDX-License-Identifier: EPL-2.0
/**
 * Snapshots and events as text that other programs read: netstat's layout, CSV and JSON. The JSON is versioned and
 * described by {@code connections.schema.json} beside these classes. Further formats are services of
 * {@link org.portio.export.SnapshotExporter}.
 */
package org.portio.export;
