// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.portio.core.PortioException;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.Subscription;
import org.portio.core.system.ThreadEnd;
import org.portio.feed.FeedSwitch.Position;
import org.portio.feed.internal.ReportJson;
import org.portio.feed.internal.SettingsJson;
import org.portio.json.JsonFields;
import org.portio.json.JsonObject;

/**
 * Publishes while the switch is on, for as long as it is not closed. It looks at the switch each second, and tries again if
 * publishing fails; a {@link FeedControl} of another process tells it what to do at once.
 */
public final class SwitchedFeed implements Subscription {

    /** Tells a feed what happens, until that is closed. */
    @FunctionalInterface
    public interface Sources {
        Subscription tell(FeedServer server) throws PortioException;
    }

    private static final Duration LOOK = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(10);

    private final FeedSwitch position;
    private final FeedKeys keys;
    private final Sources sources;
    private final Consumer<String> log;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = new Thread(this::run, "portio-feed-switch");

    private boolean isOn;
    /** The settings with which it publishes; null while it does not. */
    private FeedSettings present;

    private FeedServer server;
    private Subscription told;
    /** Empty while nothing fails. */
    private String failure = "";

    private Instant nextTry = Instant.MIN;

    private SwitchedFeed(FeedSwitch position, FeedKeys keys, Sources sources, Consumer<String> log) {
        this.position = position;
        this.keys = keys;
        this.sources = sources;
        this.log = log;
    }

    /**
     * Begins to follow the switch.
     *
     * @param log takes what there is to tell about it
     */
    public static SwitchedFeed follow(FeedSwitch position, FeedKeys keys, Sources sources, Consumer<String> log) {
        SwitchedFeed made = new SwitchedFeed(position, keys, sources, log);
        made.thread.setDaemon(true);
        made.thread.start();
        return made;
    }

    private void run() {
        boolean ends = false;
        while (!ends) {
            step();
            ends = await();
        }
    }

    private boolean await() {
        try {
            return closed.await(LOOK.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            return true;
        }
    }

    private synchronized void step() {
        try {
            Position wanted = position.position();
            isOn = wanted.isOn();
            if (server != null && server.hasEnded()) {
                server.awaitEnd();
            }
            if (!isOn || server != null && !wanted.settings().equals(present)) {
                end();
                failure = "";
            }
            if (isOn && server == null && Instant.now().isAfter(nextTry)) {
                begin(wanted.settings());
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (PortioException e) {
            failed(e);
        }
    }

    private void failed(PortioException e) {
        end();
        nextTry = Instant.now().plus(AFTER_FAILURE);
        if (!failure.equals(e.getMessage())) {
            failure = e.getMessage();
            log.accept("The feed does not run: " + failure);
        }
    }

    private void begin(FeedSettings settings) throws PortioException {
        server = FeedServer.start(settings, keys);
        try {
            told = sources.tell(server);
        } catch (PortioException | RuntimeException e) {
            end();
            throw e;
        }
        present = settings;
        failure = "";
        log.accept("The feed runs at " + server.status().events());
    }

    private void end() {
        if (told != null) {
            told.close();
            told = null;
        }
        if (server != null) {
            server.close();
            server = null;
        }
        if (present != null) {
            present = null;
            log.accept("The feed has ended");
        }
    }

    /**
     * Answers a {@link FeedControl}.
     *
     * @throws IllegalArgumentException if it does not understand the question
     */
    public String answer(String question) throws PortioException {
        JsonFields fields = JsonFields.parse(question);
        return switch (fields.text(FeedControl.DO)) {
            case FeedControl.START -> start(SettingsJson.read(fields)).toString();
            case FeedControl.STOP ->
                new JsonObject().put(FeedControl.WAS_ON, stop()).toString();
            case FeedControl.REPORT -> report(fields.number(FeedControl.AFTER)).toString();
            default -> throw new IllegalArgumentException("unknown question");
        };
    }

    private synchronized JsonObject start(FeedSettings settings) throws PortioException {
        if (server == null) {
            begin(settings);
            try {
                position.set(new Position(true, settings));
            } catch (FeedException e) {
                end();
                throw e;
            }
            isOn = true;
        } else if (!settings.equals(present)) {
            throw new FeedException(
                    Kind.CONFLICT,
                    "the feed already runs with other settings, at "
                            + server.status().events(),
                    "stop it first: portio feed stop");
        }
        return report(FeedControl.NO_EVENTS);
    }

    private synchronized boolean stop() throws FeedException {
        boolean was = FeedControl.switchOff(position) || server != null;
        isOn = false;
        end();
        failure = "";
        return was;
    }

    private synchronized JsonObject report(long seen) throws FeedException {
        if (server == null) {
            return ReportJson.write(FeedReport.silent(isOn, failure));
        }
        FeedStatus status = server.status();
        return ReportJson.write(new FeedReport(
                true, status, status.plain() ? "" : keys.serverKey(), "", server.subscribers(), server.after(seen)));
    }

    /** Ends it; the switch stays as it is. */
    @Override
    public void close() {
        closed.countDown();
        ThreadEnd.await(thread);
        synchronized (this) {
            end();
        }
    }
}
