// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.portio.cli.Cli;
import org.portio.core.Protocol;
import org.portio.core.system.Places;
import org.portio.feed.FeedControl;
import org.portio.feed.FeedKeys;
import org.portio.feed.PublishedEvent;
import org.portio.keeper.Companion;
import org.portio.keeper.KeeperStatus;
import org.portio.reservation.HandOver;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;

/** The commands that have the keeper publish, with a keeper in this process. */
class FeedInKeeperTest {

    private static final String ANY = "tcp://127.0.0.1:0";

    @TempDir
    Path config;

    private final Cli cli = new Cli();
    private Companion.Stay stay;

    @BeforeEach
    void startKeeper() {
        cli.switches = config;
        cli.feedKeys = FeedKeys.in(config);
        Places places = Places.of(Map.of("PORTIO_HOME", config.toString()), "Linux", config);
        stay = new FeedCompanion(cli.monitor(), cli.feedKeys, cli.firewall, places)
                .begin(cli.keeper.reservations, new ArrayList<>()::add);
        cli.keeper.companion = stay;
        cli.keeper.running = new KeeperStatus(1, "test", Instant.now(), 0, 0, 0, true);
    }

    @AfterEach
    void stopKeeper() {
        stay.close();
    }

    @Test
    void itIsStartedShownAndStopped() {
        assertEquals(
                new Cli.Result(1, "", "portio: the feed is not running; start it: portio feed start\n"),
                cli.run("feed", "status"));

        Cli.Result started = cli.run("feed", "start", "--bind", ANY);
        assertEquals(0, started.code(), started.err());
        assertEquals(
                "portio: nobody is allowed to subscribe yet; make a key: portio feed keygen NAME\n", started.err());
        Cli.Result status = cli.run("feed", "status");
        assertEquals(0, status.code(), status.err());
        assertTrue(status.out().contains(started.out()), status.out());
        assertTrue(status.out().endsWith("Overruns   0\nConnected  0\n"), status.out());
        assertEquals(started, cli.run("feed", "start", "--bind", ANY));

        assertEquals(new Cli.Result(0, "Stopped the feed.\n", ""), cli.run("feed", "stop"));
        assertEquals(
                new Cli.Result(1, "", "portio: the feed is not running; nothing to stop\n"), cli.run("feed", "stop"));
    }

    @Test
    void itTellsOfReservationsOfItsKeeper() throws Exception {
        assertEquals(0, cli.run("feed", "start", "--bind", ANY).code());
        PortKey key = PortKey.of(8080, Protocol.TCP);
        cli.keeper.reservations.reserve(new Reservation(key, "", "for me", HandOver.AUTO, false, Instant.EPOCH));

        FeedControl control = cli.feedControl(_ -> {
            // Nothing is damaged.
        });
        long end = System.nanoTime() + 20_000_000_000L;
        while (control.report(0).events().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertEquals(
                List.of("reservation/tcp/8080/"),
                control.report(0).events().stream().map(PublishedEvent::topic).toList());
    }

    @Test
    void aPlainOneSaysSo() {
        Cli.Result started = cli.run("feed", "start", "--plain", "--bind", ANY);
        assertEquals(0, started.code(), started.err());
        assertTrue(started.err().startsWith("portio: --plain: every user of this machine can read"), started.err());
        assertEquals(started.err(), cli.run("feed", "status").err());
    }

    @Test
    void theStatusIsJsonAsWell() {
        Cli.Result off = cli.run("feed", "status", "--json");
        assertEquals(1, off.code());
        assertTrue(off.out().contains("\"feed\":null"), off.out());

        assertEquals(0, cli.run("feed", "start", "--plain", "--bind", ANY).code());
        Cli.Result status = cli.run("feed", "status", "--json");
        assertEquals(0, status.code(), status.err());
        JsonObject feed = JsonParser.parseString(status.out()).getAsJsonObject().getAsJsonObject("feed");
        assertTrue(feed.get("plain").getAsBoolean(), status.out());
        assertTrue(feed.get("key").isJsonNull(), status.out());
        assertTrue(feed.get("events").getAsString().startsWith("tcp://127.0.0.1:"), status.out());
        assertEquals("", status.err());
    }

    @Test
    void whatCannotBeStartedLeavesItOff() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String address = "tcp://127.0.0.1:" + taken.getLocalPort();
            Cli.Result refused = cli.run("feed", "start", "--bind", address);
            assertEquals(4, refused.code());
            assertEquals(
                    "portio: " + address + " is in use or not allowed to this user; see why: portio why "
                            + taken.getLocalPort() + "\n",
                    refused.err());
        }
        assertEquals(
                4, cli.run("feed", "start", "--plain", "--bind", "tcp://*:0").code());
        assertEquals(2, cli.run("feed", "start", "--bind", "tcp://nowhere").code());
        assertEquals(1, cli.run("feed", "status").code());
    }

    @Test
    void withoutAKeeperTheStatusTellsThatItIsOn() {
        assertEquals(0, cli.run("feed", "start", "--bind", ANY).code());
        cli.keeper.running = null;
        assertEquals(
                List.of("portio: the feed is on, and no keeper is running; start one: portio feed start"),
                cli.run("feed", "status").err().lines().toList());
        assertEquals(0, cli.run("feed", "stop").code());
        assertEquals(1, cli.run("feed", "stop").code());
    }
}
