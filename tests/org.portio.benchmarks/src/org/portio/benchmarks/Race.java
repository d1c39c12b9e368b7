// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.portio.benchmarks.peer.Peer;
import org.portio.benchmarks.report.Samples;

/** Measures all peers in turn, round after round, so that other work of the machine slows all of them down alike. */
record Race(int rounds, PrintWriter progress) {

    SequencedMap<String, Samples> run(List<Peer> peers) throws IOException {
        SequencedMap<String, List<Long>> times = new LinkedHashMap<>();
        for (Peer peer : peers) {
            peer.warmUp();
            times.put(peer.name(), new ArrayList<>());
        }
        for (int round = 1; round <= rounds; round++) {
            progress.println("  round " + round + " of " + rounds);
            for (Peer peer : peers) {
                measure(peer, times.get(peer.name()));
            }
        }
        SequencedMap<String, Samples> samples = new LinkedHashMap<>();
        times.forEach((name, nanos) -> samples.put(
                name, Samples.ofNanos(nanos.stream().mapToLong(Long::longValue).toArray())));
        return samples;
    }

    private static void measure(Peer peer, List<Long> times) throws IOException {
        for (int call = 0; call < peer.callsPerRound(); call++) {
            times.add(peer.measure());
        }
    }
}
