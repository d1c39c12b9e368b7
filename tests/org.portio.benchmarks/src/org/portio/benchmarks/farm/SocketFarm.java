// SPDX-License-Identifier: EPL-2.0
package org.portio.benchmarks.farm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Sockets and processes made for a measurement, all on loopback addresses; gone when it is closed. */
public final class SocketFarm implements AutoCloseable {

    private static final int SOCKETS_PER_PROCESS = 1000;
    private static final int FEWEST_MEMBERS = 5;
    private static final int MOST_MEMBERS = 100;
    private static final int CHURNERS = 5;

    private final List<Child> members = new ArrayList<>();
    private final List<Child> others = new ArrayList<>();

    /** Opens this many sockets, spread over several processes. */
    public static SocketFarm open(int sockets) throws IOException {
        SocketFarm farm = new SocketFarm();
        try {
            int count = Math.clamp(sockets / SOCKETS_PER_PROCESS, FEWEST_MEMBERS, MOST_MEMBERS);
            for (int i = 0; sockets > 0 && i < count; i++) {
                int share = sockets / count + (i < sockets % count ? 1 : 0);
                farm.members.add(Child.java(FarmMember.class, "127.0.0." + (2 + i), share));
            }
            awaitAll(farm.members);
            return farm;
        } catch (IOException | RuntimeException e) {
            farm.close();
            throw e;
        }
    }

    /** Adds processes until the machine has this many, and gives them this many descriptors in all. */
    public void fillUp(int processes, int descriptors) throws IOException {
        int missing = processes - (int) ProcessHandle.allProcesses().count();
        for (int i = 0; i < missing; i++) {
            others.add(Child.holdingDescriptors(descriptors / missing));
        }
        awaitAll(others);
    }

    /** Opens this many new sockets each second from now on, and closes as many. */
    public void churn(int socketsPerSecond) throws IOException {
        List<Child> churners = new ArrayList<>();
        for (int i = 0; i < CHURNERS; i++) {
            Child churner = Child.java(Churner.class, "127.0.0." + (200 + i), socketsPerSecond / CHURNERS);
            churners.add(churner);
            others.add(churner);
        }
        awaitAll(churners);
    }

    /** Returns the processes whose sockets stay the same as long as the farm lives. */
    public Set<Long> stablePids() {
        return members.stream().map(Child::pid).collect(Collectors.toSet());
    }

    private static void awaitAll(List<Child> children) throws IOException {
        for (Child child : children) {
            child.awaitReady();
        }
    }

    @Override
    public void close() {
        // All are told first, so that they end at the same time.
        members.forEach(Child::hangUp);
        others.forEach(Child::hangUp);
        members.forEach(Child::close);
        others.forEach(Child::close);
    }
}
