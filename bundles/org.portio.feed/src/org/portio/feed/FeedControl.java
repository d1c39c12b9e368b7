// SPDX-License-Identifier: EPL-2.0
package org.portio.feed;

import java.util.Optional;
import org.portio.core.PortioException;
import org.portio.feed.FeedSwitch.Position;
import org.portio.feed.internal.ReportJson;
import org.portio.feed.internal.SettingsJson;
import org.portio.json.JsonFields;
import org.portio.json.JsonObject;

/** Starts and stops the feed that another process has, the keeper, and says how it stands. */
public final class FeedControl {

    /** The way to the process that has the feed. */
    public interface Way {

        /** Asks it; it is started if it does not run. */
        String ask(String question) throws PortioException;

        /** Asks it if it runs; empty otherwise. */
        Optional<String> askIfRunning(String question) throws PortioException;
    }

    /** The name by which that process has the feed. */
    public static final String NAME = "feed";

    /** Greater than the number of any event. */
    public static final long NO_EVENTS = 1L << 52;

    static final String DO = "do";
    static final String START = "start";
    static final String STOP = "stop";
    static final String REPORT = "report";
    static final String AFTER = "after";
    static final String WAS_ON = "wasOn";

    private final Way way;
    private final FeedSwitch position;

    private FeedControl(Way way, FeedSwitch position) {
        this.way = way;
        this.position = position;
    }

    /**
     * Makes one.
     *
     * @param position is all that there is if that process does not run
     */
    public static FeedControl over(Way way, FeedSwitch position) {
        return new FeedControl(way, position);
    }

    /**
     * Starts the feed, and has it started again whenever that process is.
     *
     * @throws PortioException if it does not run now; the message says what to do. The switch is then as it was
     */
    public FeedReport start(FeedSettings settings) throws PortioException {
        return report(
                way.ask(question(START).putAll(SettingsJson.write(settings)).toString()));
    }

    /** Stops it, also for the future; false if it was off. */
    public boolean stop() throws PortioException {
        Optional<String> answer = way.askIfRunning(question(STOP).toString());
        return answer.isPresent() ? JsonFields.parse(answer.get()).truth(WAS_ON) : switchOff(position);
    }

    /** Sets the switch to off; false if it was so already. */
    static boolean switchOff(FeedSwitch position) throws FeedException {
        Position before = position.position();
        if (before.isOn()) {
            position.set(new Position(false, before.settings()));
        }
        return before.isOn();
    }

    /**
     * Returns how it stands. Starts nothing.
     *
     * @param seen the number of the newest event that the caller has; {@link #NO_EVENTS} for none of them
     */
    public FeedReport report(long seen) throws PortioException {
        Optional<String> answer =
                way.askIfRunning(question(REPORT).put(AFTER, seen).toString());
        return answer.isPresent()
                ? report(answer.get())
                : FeedReport.silent(position.position().isOn(), "");
    }

    private static FeedReport report(String answer) {
        return ReportJson.read(JsonFields.parse(answer));
    }

    private static JsonObject question(String what) {
        return new JsonObject().put(DO, what);
    }
}
