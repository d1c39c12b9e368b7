// SPDX-License-Identifier: EPL-2.0
package org.portio.core.ui.internal.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.portio.core.notice.NoticeMessage;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.CommandRunner.Result;

class DesktopMessageTest {

    private static final Map<String, String> BUS = Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/tmp/bus");
    private static final NoticeMessage MESSAGE = new NoticeMessage("TCP 1: opened", "a \"<b>\" \\ c\nd");

    private final List<List<String>> run = new ArrayList<>();

    private CommandRunner answering(int first, int second) {
        return (command, _, _) -> {
            run.add(command);
            return new Result(run.size() == 1 ? first : second, "", "");
        };
    }

    @Test
    void theTextOfOthersIsNoMarkup() {
        assertTrue(new DesktopMessage(answering(0, 0), BUS).show(MESSAGE));

        assertEquals(1, run.size());
        assertEquals("notify-send", run.getFirst().getFirst());
        assertEquals(
                List.of("--", "TCP 1: opened", "a \"&lt;b&gt;\" \\ c\nd"),
                run.getFirst().subList(4, 7));
    }

    @Test
    void gdbusIsTheOtherWay() {
        assertTrue(new DesktopMessage(answering(1, 0), BUS).show(MESSAGE));

        assertEquals("gdbus", run.get(1).getFirst());
        assertTrue(
                run.get(1).contains("\"a \\\"&lt;b&gt;\\\" \\\\ c\\nd\""),
                run.get(1).toString());
    }

    @Test
    void whereNobodyTakesItThatIsSaid() {
        assertFalse(new DesktopMessage(answering(1, 1), BUS).show(MESSAGE));
        CommandRunner missing = (_, _, _) -> {
            throw new IOException("no such program");
        };
        assertFalse(new DesktopMessage(missing, BUS).show(MESSAGE));
    }

    @Test
    void withoutASessionNothingIsStarted() {
        assertFalse(new DesktopMessage(answering(0, 0), Map.of()).show(MESSAGE));

        assertEquals(List.of(), run);
    }
}
