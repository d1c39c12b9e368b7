// SPDX-License-Identifier: EPL-2.0
package org.portio.record.ui.internal.source;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.portio.core.ConnectionMonitor;
import org.portio.core.event.EventSource;
import org.portio.core.process.Processes;
import org.portio.core.system.Subscription;
import org.portio.record.Histories;
import org.portio.record.RecentHistory;
import org.portio.record.RecordException;
import org.portio.record.Recorder;

/**
 * Keeps the last minutes in memory, until it is closed.
 *
 * @param time how much of the past is kept
 */
record RecentRecorder(Duration time, RecentHistory history, Recorder recorder) implements Subscription {

    /**
     * Begins to record.
     *
     * @param actions the folder of PortIO's log of actions
     * @throws RecordException if no snapshot can be taken; the message says what to do
     */
    static RecentRecorder begin(
            Duration time, ConnectionMonitor monitor, List<EventSource> sources, Processes processes, Path actions)
            throws RecordException {
        RecentHistory history = Histories.inMemory(time);
        Recorder recorder = new Recorder(monitor, sources, processes, actions, history);
        recorder.start();
        return new RecentRecorder(time, history, recorder);
    }

    @Override
    public void close() {
        recorder.close();
        history.close();
    }
}
