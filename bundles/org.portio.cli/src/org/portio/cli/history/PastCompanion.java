// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.history;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.portio.core.ConnectionMonitor;
import org.portio.core.linux.LinuxEventSource;
import org.portio.core.process.Processes;
import org.portio.core.system.Places;
import org.portio.keeper.Companion;
import org.portio.record.Histories;
import org.portio.record.HistorySwitch;
import org.portio.record.Recorder;
import org.portio.record.SwitchedRecorder;
import org.portio.reservation.Reservations;

/** Records the past in the keeper's process while the switch is on. */
public record PastCompanion(ConnectionMonitor monitor, Processes processes, Places places) implements Companion {

    @Override
    public String name() {
        return "history";
    }

    @Override
    public Stay begin(Reservations reservations, Consumer<String> log) {
        HistorySwitch position = HistorySwitch.of(places, aside -> log.accept(aside.text()));
        return new PastStay(SwitchedRecorder.follow(
                position,
                Histories.folder(places),
                ledger -> new Recorder(monitor, List.of(new LinuxEventSource()), processes, places.state(), ledger),
                log));
    }

    private record PastStay(SwitchedRecorder recorder) implements Stay {

        /** Returns nothing: whoever asks about the past reads the files. */
        @Override
        public Optional<String> answer(String question) {
            return Optional.empty();
        }

        @Override
        public void close() {
            recorder.close();
        }
    }
}
