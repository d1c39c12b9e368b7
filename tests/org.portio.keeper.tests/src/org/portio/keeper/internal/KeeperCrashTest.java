// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.portio.keeper.Keeper;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;

/**
 * Kills the keeper with a signal that it cannot catch, at random moments while clients reserve and release.
 * PORTIO_ROUNDS sets how often.
 */
@EnabledOnOs(
        value = OS.LINUX,
        disabledReason = "the program of the test is a shell script, and all of 127/8 is local only there")
class KeeperCrashTest {

    private static final int ROUNDS = Integer.parseInt(System.getenv().getOrDefault("PORTIO_ROUNDS", "20"));
    private static final int FIRST_PORT = RealKeeper.FIRST_PORT;
    private static final int PORTS_EACH = 1000;
    private static final int CLIENTS = 3;
    private static final int LATEST_MILLIS = 60;

    @TempDir
    private Path folder;

    private final Random random = new Random(20260301);
    private final Set<Integer> acknowledged = new ConcurrentSkipListSet<>();
    private final Set<Integer> uncertain = new ConcurrentSkipListSet<>();

    @Test
    void losesNoReservationThatItAcknowledged() throws Exception {
        try (RealKeeper keeper = new RealKeeper(folder)) {
            reserve(keeper.client(), FIRST_PORT);
            int inTheMiddle = 0;
            for (int round = 0; round < ROUNDS; round++) {
                inTheMiddle += killWhileClientsAreBusy(keeper, round) ? 1 : 0;

                JsonParser.parseString(Files.readString(folder.resolve("data/port_reservations.json")));
                check(keeper.client().reservations().list(), round);
            }
            assertTrue(inTheMiddle > 0, "no kill hit a request");
        }
    }

    private boolean killWhileClientsAreBusy(RealKeeper keeper, int round) throws Exception {
        ProcessHandle process = keeper.process();
        AtomicBoolean hit = new AtomicBoolean();
        List<Thread> clients = Stream.iterate(0, client -> client + 1)
                .limit(CLIENTS)
                .map(client -> Thread.ofPlatform()
                        .start(() -> hit.compareAndSet(false, work(keeper, client, new Random(round * 10L + client)))))
                .toList();
        Thread.sleep(random.nextInt(LATEST_MILLIS));
        RealKeeper.kill(process);
        for (Thread client : clients) {
            client.join();
        }
        return hit.get();
    }

    /** Reserves and releases until the keeper is gone; returns whether that was in the middle of something. */
    private boolean work(RealKeeper keeper, int client, Random choice) {
        // A client that cannot start a keeper, so that this ends with the running one.
        Keeper own = keeper.clientOf(null);
        while (true) {
            int port = FIRST_PORT + client * PORTS_EACH + choice.nextInt(PORTS_EACH);
            uncertain.add(port);
            try {
                if (acknowledged.remove(port)) {
                    own.reservations().release(RealKeeper.reservation(port).key());
                } else {
                    reserve(own, port);
                }
                uncertain.remove(port);
            } catch (ReservationException e) {
                return e.getMessage().startsWith("the keeper ended before it answered");
            }
        }
    }

    private void reserve(Keeper client, int port) throws ReservationException {
        client.reservations().reserve(RealKeeper.reservation(port));
        acknowledged.add(port);
    }

    private void check(List<ReservationStatus> reservations, int round) {
        Set<Integer> there = reservations.stream()
                .map(ReservationStatus::key)
                .map(PortKey::port)
                .collect(Collectors.toSet());
        Set<Integer> lost =
                acknowledged.stream().filter(port -> !there.contains(port)).collect(Collectors.toSet());
        assertEquals(Set.of(), lost, "lost in round " + round);
        Set<Integer> extra = there.stream()
                .filter(port -> !acknowledged.contains(port) && !uncertain.contains(port))
                .collect(Collectors.toSet());
        assertEquals(Set.of(), extra, "back in round " + round);
        assertTrue(
                reservations.stream().allMatch(status -> status.state() == HoldState.HELD),
                () -> "not held in round " + round + ": " + reservations);
        // Everything that was under way is settled now.
        uncertain.forEach(port -> {
            if (there.contains(port)) {
                acknowledged.add(port);
            }
        });
        uncertain.clear();
    }
}
