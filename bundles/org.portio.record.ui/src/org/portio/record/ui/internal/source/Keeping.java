// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.source;

import java.time.Duration;
import org.portio.record.HistorySwitch.Position;

/**
 * The ways in which the past is kept.
 *
 * @param position of the switch for recording always
 * @param isRecorded whether a keeper is recording
 * @param recent how much this window keeps in memory; zero if nothing
 * @param failure why one of them does not work, and what to do; empty if both do
 */
public record Keeping(Position position, boolean isRecorded, Duration recent, String failure) {

    /** Nothing is known yet. */
    static final Keeping UNKNOWN = new Keeping(Position.OFF, false, Duration.ZERO, "");
}
