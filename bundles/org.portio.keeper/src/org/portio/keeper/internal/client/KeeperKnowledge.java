// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.client;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.portio.core.diagnosis.Finding;
import org.portio.core.diagnosis.Finding.Kind;
import org.portio.core.diagnosis.Finding.Weight;
import org.portio.core.diagnosis.FindingProvider;
import org.portio.core.diagnosis.Question;
import org.portio.core.process.SparedProcess;
import org.portio.keeper.Keeper;
import org.portio.keeper.KeeperException;
import org.portio.keeper.KeeperStatus;
import org.portio.reservation.HoldState;
import org.portio.reservation.PortKey;
import org.portio.reservation.ReservationException;
import org.portio.reservation.ReservationStatus;
import org.portio.server.ServerException;
import org.portio.server.ServerRequest;
import org.portio.server.ServerStatus;

/** Tells others of PortIO what the keeper does: which ports it holds, and that it is not to be ended. Starts none. */
@Component(service = {FindingProvider.class, SparedProcess.class})
public final class KeeperKnowledge implements FindingProvider, SparedProcess {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final Keeper keeper;

    @Activate
    public KeeperKnowledge(@Reference Keeper keeper) {
        this.keeper = keeper;
    }

    @Override
    public List<Finding> find(Question question) {
        try {
            if (keeper.status().filter(KeeperStatus::here).isEmpty()) {
                return List.of();
            }
            Stream<Finding> servers = keeper.servers().list().stream()
                    .map(ServerStatus::request)
                    .filter(server -> server.port() == question.port() && server.protocol() == question.protocol())
                    .map(KeeperKnowledge::finding);
            Stream<Finding> reservations = keeper.reservations().list().stream()
                    .filter(status -> isAbout(question, status.key()))
                    .map(KeeperKnowledge::finding);
            return Stream.concat(servers, reservations).toList();
        } catch (KeeperException | ReservationException | ServerException e) {
            // The sockets still show what the keeper cannot report.
            System.getLogger(KeeperKnowledge.class.getName())
                    .log(System.Logger.Level.DEBUG, "what the keeper does is left out of a diagnosis", e);
            return List.of();
        }
    }

    private static boolean isAbout(Question question, PortKey key) {
        return key.port() == question.port() && key.protocol() == question.protocol();
    }

    private static Finding finding(ServerRequest server) {
        String port = server.port() + " " + server.protocol();
        return new Finding(
                Kind.SERVER,
                Weight.BLOCKS,
                "a temporary server of PortIO has " + server.protocol() + " " + server.port(),
                "it runs in the mode " + server.mode().label(),
                "portio stop-server " + port,
                false);
    }

    private static Finding finding(ReservationStatus status) {
        String executable = status.reservation().executable();
        String note = status.reservation().note();
        boolean held = status.state() == HoldState.HELD || status.state() == HoldState.UNPROVEN;
        return new Finding(
                Kind.RESERVATION,
                held ? Weight.BLOCKS : Weight.TELLS,
                "PortIO keeps " + status.key() + (executable.isEmpty() ? "" : " for " + executable)
                        + (note.isEmpty() ? "" : " (" + note + ")"),
                "the reservation of " + TIME.format(status.reservation().since()) + " is "
                        + status.state().label() + (status.detail().isEmpty() ? "" : ": " + status.detail()),
                remedy(status, executable),
                false);
    }

    private static String remedy(ReservationStatus status, String executable) {
        PortKey key = status.key();
        return executable.isEmpty()
                ? "portio run " + key.port() + " " + key.protocol() + " -- PROGRAM"
                : "portio run " + key.port() + " " + key.protocol();
    }

    @Override
    public String refusal(long pid) {
        try {
            boolean isKeeper =
                    keeper.status().filter(status -> status.pid() == pid).isPresent();
            return isKeeper
                    ? "PID " + pid + " is PortIO's keeper; portio release gives up a port that it holds, portio"
                            + " stop-server ends a temporary server, portio keeper stop ends all of it"
                    : "";
        } catch (KeeperException _) {
            return "";
        }
    }
}
