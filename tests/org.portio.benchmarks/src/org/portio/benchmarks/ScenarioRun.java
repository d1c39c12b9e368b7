// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import org.portio.benchmarks.farm.SocketFarm;
import org.portio.benchmarks.past.PastMeasurement;
import org.portio.benchmarks.peer.Field;
import org.portio.benchmarks.peer.Peer;
import org.portio.benchmarks.report.Goals;
import org.portio.benchmarks.report.Results;
import org.portio.benchmarks.report.Samples;
import org.portio.benchmarks.workbench.StartPeer;
import org.portio.benchmarks.workbench.UiMeasurement;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionSource;
import org.portio.core.linux.LinuxConnectionSource;
import org.portio.core.oshi.OshiConnectionSource;

/** Measures everything that was asked for in one scenario. */
record ScenarioRun(Scenario scenario, Options options, Results results, PrintWriter progress) {

    private static final int CHECKS = 30;
    private static final Duration BETWEEN_CHECKS = Duration.ofMillis(200);

    void run() throws IOException, InterruptedException {
        progress.println(scenario.title());
        Leftovers.awaitEnd(progress);
        try (SocketFarm farm = scenario.open()) {
            noteWhatIsThere();
            if (options.wants(scenario, Part.CHECK)) {
                check(farm);
            } else {
                scenario.disturb(farm);
            }
            if (options.wants(scenario, Part.WARM)) {
                race(Part.WARM, Field.warm(progress));
            }
            if (options.wants(scenario, Part.COLD)) {
                race(Part.COLD, Field.cold(options.product(), progress));
            }
            if (options.wants(scenario, Part.REST) || options.wants(scenario, Part.DELAY)) {
                add(Freshness.FOLLOWING, Freshness.following(options.rounds()));
                add(Freshness.EACH_SECOND, Freshness.eachSecond(options.rounds()));
            }
            measureFeed();
            runWithoutPeers();
            if (canOpenWindows(Part.START)) {
                race(Part.START, List.of(StartPeer.of(options.product())));
            }
            if (canOpenWindows(Part.UI)) {
                // Last: from then on sockets come and go.
                new UiMeasurement(options.product(), 2 * options.rounds(), progress)
                        .run(
                                farm,
                                scenario.sockets(),
                                (name, samples) -> results.add(scenario, Part.UI, name, samples));
            }
        }
    }

    private void measureFeed() throws IOException, InterruptedException {
        if (options.wants(scenario, Part.FEED)) {
            FeedBenchmark.throughput().forEach((subject, value) -> add(Part.FEED, subject, value));
        }
        if (options.wants(scenario, Part.FEED_DELAY)) {
            results.add(scenario, Part.FEED_DELAY, "PortIO's feed", FeedBenchmark.delay(options.rounds()));
        }
    }

    private void runWithoutPeers() throws IOException {
        if (options.wants(scenario, Part.MEMORY)) {
            add(Memory.of(new LinuxConnectionSource()));
        }
        if (options.wants(scenario, Part.PAST) || options.wants(scenario, Part.QUESTIONS)) {
            askThePast();
        }
        if (options.wants(scenario, Part.JMH)) {
            JmhRun.run().forEach((subject, value) -> add(Part.JMH, subject, value));
        }
    }

    private void askThePast() throws IOException {
        try (PastMeasurement past = new PastMeasurement(options.connections(), options.clients())) {
            past.record().forEach((subject, value) -> add(Part.PAST, subject, value));
            if (options.wants(scenario, Part.QUESTIONS)) {
                past.ask(options.rounds())
                        .forEach((name, samples) -> results.add(scenario, Part.QUESTIONS, name, samples));
            }
        }
        results.note("history of %,d connections with %,d clients".formatted(options.connections(), options.clients()));
    }

    private boolean canOpenWindows(Part part) {
        boolean wanted = options.wants(scenario, part);
        String missing = wanted ? StartPeer.missing() : "";
        if (!missing.isEmpty()) {
            progress.println("  the workbench is left out, for want of " + missing);
        }
        return wanted && missing.isEmpty();
    }

    private void noteWhatIsThere() throws IOException {
        try {
            int sockets = new LinuxConnectionSource().read().connections().size();
            long processes = ProcessHandle.allProcesses().count();
            results.note("%s: %,d sockets, %d processes in all at the beginning"
                    .formatted(scenario.title(), sockets, processes));
        } catch (ConnectionException e) {
            throw new IOException(e);
        }
    }

    private void race(Part part, List<Peer> peers) throws IOException {
        try {
            new Race(options.rounds(), progress)
                    .run(peers)
                    .forEach((name, samples) -> results.add(scenario, part, name, samples));
        } finally {
            for (Peer peer : peers) {
                peer.close();
            }
        }
    }

    /** PortIO and, for comparison, a reader of /proc/net. */
    private void check(SocketFarm farm) throws IOException, InterruptedException {
        ConnectionSource portio = new LinuxConnectionSource();
        ConnectionSource oshi = new OshiConnectionSource();
        StableRows seenByPortio = StableRows.of(portio, farm.stablePids(), scenario.sockets());
        StableRows seenByOshi = StableRows.of(oshi, farm.stablePids(), scenario.sockets());
        scenario.disturb(farm);
        for (int i = 0; i < CHECKS; i++) {
            Thread.sleep(BETWEEN_CHECKS);
            seenByPortio.check(portio);
            seenByOshi.check(oshi);
        }
        add(Part.CHECK, "refreshes of each", CHECKS);
        add(Part.CHECK, Goals.MISSED, seenByPortio.missed());
        add(Part.CHECK, Goals.DOUBLED, seenByPortio.doubled());
        add(Part.CHECK, Field.OSHI_SOURCE + ", rows missed", seenByOshi.missed());
        add(Part.CHECK, Field.OSHI_SOURCE + ", rows doubled", seenByOshi.doubled());
    }

    private void add(String subject, Freshness freshness) {
        results.add(scenario, Part.REST, subject, freshness.rest());
        results.add(scenario, Part.DELAY, subject, freshness.delay());
    }

    private void add(Memory memory) {
        add(Part.MEMORY, Goals.GARBAGE, memory.garbagePerSocket());
        add(Part.MEMORY, Goals.HEAP, memory.heap());
    }

    private void add(Part part, String subject, double value) {
        results.add(scenario, part, subject, new Samples(value));
    }
}
