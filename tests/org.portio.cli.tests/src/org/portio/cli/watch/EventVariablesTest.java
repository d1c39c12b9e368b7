// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.TIME;
import static org.portio.testing.Sockets.endpoint;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;
import static org.portio.testing.Sockets.tcp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.TcpState;
import org.portio.export.ConnectionEvent;
import org.portio.export.ConnectionEvent.Kind;

class EventVariablesTest {

    private static final Connection BEFORE = tcp(
            endpoint("127.0.0.1", 8080),
            endpoint("127.0.0.1", 50000),
            TcpState.ESTABLISHED,
            process(42, "java"),
            process(43, "java"));
    private static final Connection AFTER = tcp(BEFORE.local(), BEFORE.remote(), TcpState.TIME_WAIT);

    private static final Map<String, String> CHANGED =
            EventVariables.of(new ConnectionEvent(Kind.CHANGED, TIME, BEFORE, AFTER));

    private static Map<String, String> opened(Connection connection) {
        return EventVariables.of(new ConnectionEvent(Kind.OPENED, TIME, null, connection));
    }

    @Test
    void haveTheFactsOfTheConnection() {
        Map<String, String> variables = opened(BEFORE);
        assertEquals("opened", variables.get("PORTIO_EVENT"));
        assertEquals("2026-03-01T12:00:00Z", variables.get("PORTIO_TIME"));
        assertEquals("tcp", variables.get("PORTIO_PROTOCOL"));
        assertEquals("127.0.0.1", variables.get("PORTIO_LOCAL_ADDRESS"));
        assertEquals("50000", variables.get("PORTIO_REMOTE_PORT"));
        assertEquals("42 43", variables.get("PORTIO_PIDS"));
        assertEquals("/usr/bin/java --serve", variables.get("PORTIO_COMMAND_LINE"));
        assertEquals(
                "opened tcp 127.0.0.1:8080 -> 127.0.0.1:50000 ESTABLISHED 42/java,43/java",
                variables.get("PORTIO_TEXT"));
    }

    @Test
    void haveWhatWasBeforeAChange() {
        assertEquals("TIME-WAIT", CHANGED.get("PORTIO_STATE"));
        assertEquals("ESTABLISHED", CHANGED.get("PORTIO_BEFORE_STATE"));
        assertEquals("42 43", CHANGED.get("PORTIO_BEFORE_PIDS"));
        assertEquals("java", CHANGED.get("PORTIO_BEFORE_PROCESS"));
    }

    @Test
    void areAlwaysAllOfThem() {
        Map<String, String> variables = opened(listener("0.0.0.0", 80));
        assertEquals(CHANGED.keySet(), variables.keySet());
        assertEquals("", variables.get("PORTIO_PROCESS"));
        assertEquals("", variables.get("PORTIO_REMOTE_ADDRESS"));
        assertEquals("", variables.get("PORTIO_BEFORE_PIDS"));
    }

    @Test
    void areExactButForTheTextAndNeverLongerThanTheSystemTakes() {
        ProcessInfo evil = new ProcessInfo(7, TIME, "a\n\u001b[31m", "x".repeat(200_000), "", null, 1);
        Map<String, String> variables = opened(listener("0.0.0.0", 80, evil));
        assertEquals("a\n\u001b[31m", variables.get("PORTIO_PROCESS"));
        assertEquals("opened tcp 0.0.0.0:80 -> * LISTEN 7/a??[31m", variables.get("PORTIO_TEXT"));
        assertEquals(32_768, variables.get("PORTIO_COMMAND_LINE").length());
    }

    @Test
    void areAllDocumented() throws IOException {
        Path here = Path.of("").toAbsolutePath();
        Path file = Stream.iterate(here, folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("docs/cli.md"))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow();
        List<String> rows = Files.readAllLines(file).stream()
                .filter(line -> line.startsWith("| `PORTIO_"))
                .map(line -> line.split("\\|")[1])
                .toList();
        Set<String> documented = Pattern.compile("PORTIO_[A-Z_]+")
                .matcher(String.join(" ", rows))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(new TreeSet<>(CHANGED.keySet()), documented);
        assertTrue(documented.size() > 20);
    }
}
