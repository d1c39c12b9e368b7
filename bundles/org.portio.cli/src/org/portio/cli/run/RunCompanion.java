// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.run;

import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.portio.cli.command.Services;
import org.portio.keeper.Companion;
import org.portio.reservation.Reservations;
import org.portio.testrun.RunEnder;

/** Reverts test runs from the keeper's process, soon after they were killed. */
public record RunCompanion(Services services) implements Companion {

    private static final int SECONDS_BETWEEN_LOOKS = 1;

    @Override
    public String name() {
        return "runs";
    }

    @Override
    public Stay begin(Reservations reservations, Consumer<String> log) {
        // Not by the keeper's socket, which a keeper that ends has closed by then.
        RunEnder ender = RunEnder.over(
                services.runs().runs(),
                services.firewallAtHand(),
                reservations,
                services.keeper().servers());
        RunSweep sweep = new RunSweep(services, ender);
        ScheduledExecutorService looks = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("portio-runs").factory());
        looks.scheduleWithFixedDelay(
                () -> look(sweep, log), SECONDS_BETWEEN_LOOKS, SECONDS_BETWEEN_LOOKS, TimeUnit.SECONDS);
        return new RunStay(services, looks);
    }

    /** A task that throws is not run again. */
    private static void look(RunSweep sweep, Consumer<String> log) {
        try {
            sweep.settle(log);
        } catch (RuntimeException e) {
            log.accept("test runs cannot be reverted: " + e);
        }
    }

    private record RunStay(Services services, ScheduledExecutorService looks) implements Stay {

        @Override
        public Optional<String> answer(String question) {
            return Optional.empty();
        }

        @Override
        public boolean admits(String run) {
            return services.runs().runs().isOpen(run);
        }

        @Override
        public void close() {
            looks.shutdownNow();
        }
    }
}
