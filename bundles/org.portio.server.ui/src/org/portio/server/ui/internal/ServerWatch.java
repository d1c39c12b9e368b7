// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal;

import java.util.List;
import java.util.function.Consumer;
import org.eclipse.core.runtime.ICoreRunnable;
import org.eclipse.core.runtime.jobs.Job;
import org.portio.server.ServerException;
import org.portio.server.TranscriptEntry;
import org.portio.ui.PortioPreferences;

/** Asks, while one view is visible, for the transcript of the server that is selected there. */
final class ServerWatch {

    /** The events of a server's clients; the server is null if none is selected. */
    record Transcript(ServerKey server, List<TranscriptEntry> entries) {

        static final Transcript NONE = new Transcript(null, List.of());
    }

    private final ServerList list;
    private final Consumer<Transcript> onTranscript;
    private final Job tick = Job.createSystem("Watch the transcript", (ICoreRunnable) _ -> tick());
    private volatile boolean visible;
    private volatile ServerKey selected;

    ServerWatch(ServerList list, Consumer<Transcript> onTranscript) {
        this.list = list;
        this.onTranscript = onTranscript;
    }

    void setVisible(boolean isVisible) {
        visible = isVisible;
        refreshNow();
    }

    /** Selects the server whose transcript is wanted; null for none. */
    void select(ServerKey server) {
        selected = server;
        refreshNow();
    }

    void refreshNow() {
        tick.cancel();
        tick.schedule();
    }

    private void tick() {
        if (visible && selected != null) {
            onTranscript.accept(transcript(selected));
            tick.schedule(PortioPreferences.refreshInterval().toMillis());
        }
    }

    /**
     * Returns the transcript, none for a server that was just stopped; the list has already reported other failures.
     */
    private Transcript transcript(ServerKey server) {
        if (server == null) {
            return Transcript.NONE;
        }
        try {
            return new Transcript(server, list.servers().transcript(server.port(), server.protocol()));
        } catch (ServerException _) {
            return Transcript.NONE;
        }
    }
}
