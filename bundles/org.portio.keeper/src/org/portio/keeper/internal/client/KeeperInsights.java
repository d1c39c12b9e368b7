// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.client;

import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.portio.core.insight.Insight;
import org.portio.core.insight.Insight.Severity;
import org.portio.core.insight.InsightRule;
import org.portio.core.insight.Observation;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.keeper.KeeperStatus;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;

/** Reservations that do not hold their port. Starts no keeper. */
@Component(service = InsightRule.class)
public final class KeeperInsights implements InsightRule {

    private final Keeper keeper;

    @Activate
    public KeeperInsights(@Reference Keeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public List<Insight> look(Observation observation) {
        try {
            if (keeper.status().filter(KeeperStatus::here).isEmpty()) {
                return List.of();
            }
            return keeper.reservations().list().stream()
                    .flatMap(status -> insight(status, observation).stream())
                    .toList();
        } catch (KeeperException | ReservationException e) {
            System.getLogger(KeeperInsights.class.getName())
                    .log(System.Logger.Level.DEBUG, "reservations are left out of the insights", e);
            return List.of();
        }
    }

    private static Optional<Insight> insight(ReservationStatus status, Observation observation) {
        String what = switch (status.state()) {
            case CONFLICT -> "another program has the reserved port ";
            case DENIED -> "the system does not let PortIO hold the reserved port ";
            case UNPROVEN -> "a trial took the port from its reservation: nothing keeps ";
            case HELD, LENT -> "";
        };
        if (what.isEmpty()) {
            return Optional.empty();
        }
        PortKey key = status.key();
        return Optional.of(new Insight(
                "reservation",
                Severity.PROBLEM,
                what + key,
                "the reservation is " + status.state().label()
                        + (status.detail().isEmpty() ? "" : ": " + status.detail()),
                "portio why " + key.port() + " " + key.protocol(),
                observation.now().connections().stream()
                        .filter(socket -> socket.protocol() == key.protocol()
                                && socket.local().port() == key.port())
                        .toList()));
    }
}
