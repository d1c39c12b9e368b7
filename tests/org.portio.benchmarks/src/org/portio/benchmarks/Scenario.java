// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import org.portio.benchmarks.farm.SocketFarm;

/** The load of the machine while it is measured, in addition to what runs there anyway. */
public enum Scenario {
    EMPTY("near-empty", 0, Part.COLD, Part.START, Part.PAST, Part.QUESTIONS),
    DESKTOP("desktop", 250, Part.WARM, Part.REST, Part.DELAY, Part.FEED, Part.FEED_DELAY, Part.COLD, Part.START),
    SOCKETS_10K("10,000 sockets", 10_000, Part.WARM, Part.REST, Part.DELAY, Part.JMH),
    SOCKETS_50K("50,000 sockets", 50_000, Part.WARM, Part.COLD, Part.UI),
    CHURN("50,000 sockets and 2,000 new ones a second", 50_000, Part.CHECK, Part.WARM),
    SOCKETS_100K("100,000 sockets", 100_000, Part.WARM, Part.REST, Part.DELAY, Part.MEMORY, Part.START, Part.UI);

    private static final int DESKTOP_PROCESSES = 430;
    private static final int DESKTOP_DESCRIPTORS = 16_000;
    private static final int NEW_SOCKETS_PER_SECOND = 2000;

    private final String title;
    private final int sockets;
    private final Set<Part> parts;

    Scenario(String title, int sockets, Part... parts) {
        this.title = title;
        this.sockets = sockets;
        this.parts = Set.of(parts);
    }

    public String title() {
        return title;
    }

    /** Returns the name on the command line, such as {@code sockets-10k}. */
    public String option() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Scenario of(String option) {
        return Arrays.stream(values())
                .filter(scenario -> scenario.option().equals(option))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no such scenario: " + option));
    }

    public int sockets() {
        return sockets;
    }

    public boolean has(Part part) {
        return parts.contains(part);
    }

    SocketFarm open() throws IOException {
        SocketFarm farm = SocketFarm.open(sockets);
        if (this == DESKTOP) {
            farm.fillUp(DESKTOP_PROCESSES, DESKTOP_DESCRIPTORS);
        }
        return farm;
    }

    /** Begins the load that follows after the sockets that stay have been measured. */
    void disturb(SocketFarm farm) throws IOException {
        if (this == CHURN) {
            farm.churn(NEW_SOCKETS_PER_SECOND);
        }
    }
}
