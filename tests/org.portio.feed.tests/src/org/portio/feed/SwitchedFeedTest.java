// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.portio.core.PortioException;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.Places;
import org.portio.feed.FeedSwitch.Position;
import org.portio.feed.internal.Certificate;

/** The feed that is switched on and off, and runs in another process than those who do so. */
class SwitchedFeedTest extends FeedTestCase {

    private final List<String> log = Collections.synchronizedList(new ArrayList<>());

    /** The server that was begun last, which the test tells what happens. */
    private volatile FeedServer server;

    private volatile int ended;

    @Test
    void itRunsFromItsStartUntilItsStopAndAgainAfterARestart() throws Exception {
        SwitchedFeed feed = follow();
        FeedControl control = control(feed);
        FeedReport off = control.report(0);
        assertFalse(off.isOn() || off.isRunning());

        FeedReport started = control.start(settings());
        assertEquals(keys.serverKey(), started.key());
        assertEquals(started.status().run(), control.start(settings()).status().run());
        feed.close();
        assertEquals(1, ended);

        FeedControl next = control(follow());
        await(() -> next.report(0).isRunning());
        assertFalse(next.report(0).status().run().equals(started.status().run()));
        assertTrue(next.stop());
        assertFalse(next.stop());
        assertFalse(next.report(0).isRunning());
        assertEquals(new Position(false, settings()), position().position());
    }

    @Test
    void anotherAddressThanThatOfOneThatRunsIsRefused() throws Exception {
        FeedControl control = control(follow());
        control.start(settings());

        PortioException refused = assertThrows(
                PortioException.class, () -> control.start(settings().withClients(7)));

        assertEquals(Kind.CONFLICT, refused.kind());
        assertTrue(control.report(0).isRunning());
    }

    @Test
    void aTakenAddressLeavesItOffAndIsTriedAgainOnlyIfItWasOn() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            FeedSettings settings =
                    FeedSettings.of(FeedAddress.parse("tcp://127.0.0.1:" + taken.getLocalPort()), null, false);
            FeedControl control = control(follow());

            assertEquals(
                    Kind.CONFLICT,
                    assertThrows(PortioException.class, () -> control.start(settings))
                            .kind());
            assertFalse(control.report(0).isOn());
            assertEquals(Position.OFF, position().position());

            position().set(new Position(true, settings));
            await(() -> !control.report(0).failure().isEmpty());
            assertTrue(control.report(0).isOn());
            assertTrue(control.stop());
        }
    }

    @Test
    void ifTheSwitchCannotBeWrittenNothingRuns() throws Exception {
        keys.serverKey();
        Files.createFile(config.resolve("config"));
        FeedControl control = control(follow());

        assertThrows(PortioException.class, () -> control.start(settings()));

        assertFalse(control.report(0).isRunning());
        assertEquals(1, ended);
    }

    @Test
    void itsReportHasTheNewestEventsAndWhoIsConnected() throws Exception {
        FeedControl control = control(follow());
        FeedStatus status = control.start(settings()).status();
        Certificate own = Certificate.read(keys.create("me"));
        Subscriber me = closing(Subscriber.to(status, keys.serverKey(), own, "opened/"));
        await(() -> control.report(0).subscribers().stream()
                .anyMatch(one -> one.names().equals(List.of("me"))));
        me.ready();

        show(server, web(80), web(81));
        me.next();

        await(() -> control.report(0).events().size() == 2);
        FeedReport report = control.report(1);
        assertEquals(
                List.of("opened/tcp/81/"),
                report.events().stream().map(PublishedEvent::topic).toList());
        assertEquals(2, report.status().sent());
        assertEquals(1, report.subscribers().size());
        assertEquals(List.of(), control.report(FeedControl.NO_EVENTS).events());
    }

    @Test
    void withoutTheOtherProcessTheSwitchIsWhatThereIs() throws Exception {
        position().set(new Position(true, settings()));
        FeedControl control = control(null);

        assertTrue(control.report(0).isOn());
        assertTrue(control.stop());
        assertFalse(control.report(0).isOn());
        assertFalse(control.stop());
    }

    private SwitchedFeed follow() {
        return closing(SwitchedFeed.follow(
                position(),
                keys,
                begun -> {
                    server = begun;
                    show(begun);
                    return () -> ended++;
                },
                log::add));
    }

    private FeedSwitch position() {
        Places places = Places.of(Map.of("PORTIO_HOME", config.toString()), "Linux", config);
        return FeedSwitch.of(places, aside -> log.add(aside.text()));
    }

    private FeedControl control(SwitchedFeed feed) {
        return FeedControl.over(
                new FeedControl.Way() {
                    @Override
                    public String ask(String question) throws PortioException {
                        return feed.answer(question);
                    }

                    @Override
                    public Optional<String> askIfRunning(String question) throws PortioException {
                        return feed == null ? Optional.empty() : Optional.of(ask(question));
                    }
                },
                position());
    }

    private static FeedSettings settings() throws FeedException {
        return FeedSettings.of(FeedAddress.parse("tcp://127.0.0.1:0"), null, false);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        for (long end = System.nanoTime() + 20_000_000_000L; !condition.call(); ) {
            if (System.nanoTime() > end) {
                throw new IOException("it did not happen within 20 s");
            }
            Thread.sleep(20);
        }
    }
}
