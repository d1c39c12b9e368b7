// SPDX-License-Identifier: EPL-2.0
package org.portio.record.internal.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portio.core.system.ActionLogReader;
import org.portio.core.system.LoggedAction;
import org.portio.record.Act;

/** PortIO's own actions, from its log of them. */
public final class Acts {

    /** A port such as in TCP 8080 and TCP 127.0.0.1:80, but not the first of a range such as TCP 8000-8100. */
    private static final Pattern PORT = Pattern.compile("\\b(?:TCP|UDP|port) (?:\\S*:)?(\\d{1,5})(?![\\d-])");

    private static final int MOST = 65_535;

    private final Path folder;
    /** Null as long as the log cannot be looked at. */
    private ActionLogReader reader;

    /** Reads what is added to the log in this folder. */
    public Acts(Path folder) {
        this.folder = folder;
    }

    /** Begins; what was done before is not told. */
    public void begin() {
        try {
            reader = ActionLogReader.fromNow(folder);
        } catch (IOException e) {
            warn(e);
        }
    }

    /** Returns what was done since the last call. */
    public List<Act> read() {
        if (reader == null) {
            return List.of();
        }
        try {
            return reader.read().stream().map(Acts::act).toList();
        } catch (IOException e) {
            warn(e);
            reader = null;
            return List.of();
        }
    }

    private static void warn(IOException why) {
        System.getLogger(Acts.class.getName())
                .log(System.Logger.Level.WARNING, "what PortIO does is not recorded: {0}", why.toString());
    }

    /** Returns it as the past has it. */
    static Act act(LoggedAction action) {
        return new Act(
                action.time(),
                action.user(),
                action.action(),
                action.what(),
                action.by(),
                action.result(),
                port(action.what()));
    }

    private static int port(String what) {
        Matcher matcher = PORT.matcher(what);
        int port = matcher.find() ? Integer.parseInt(matcher.group(1)) : 0;
        return port > MOST ? 0 : port;
    }
}
