// SPDX-License-Identifier: EPL-2.0
package org.portio.export.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.endpoint;
import static org.portio.testing.Sockets.listener;
import static org.portio.testing.Sockets.process;
import static org.portio.testing.Sockets.snapshot;
import static org.portio.testing.Sockets.tcp;
import static org.portio.testing.Sockets.udp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.TcpState;

/** The figures of a snapshot, and their text read as strictly as the specification of OpenMetrics says. */
class ConnectionMetricsTest {

    private static final Pattern NAME = Pattern.compile("[a-zA-Z_:][a-zA-Z0-9_:]*");
    private static final Pattern LABEL =
            Pattern.compile("([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\"(,|})");
    private static final ProcessInfo WEB = process(7, "web");

    @Test
    void countsStatesProgramsAndListeners() {
        Connection other = listener("127.0.0.1", 81, WEB);
        Map<String, Long> figures = read(ConnectionMetrics.text(snapshot(
                listener("0.0.0.0", 80, WEB),
                other,
                visit("127.0.0.1", 80, 5001),
                visit("127.0.0.1", 80, 5002),
                tcp(endpoint("127.0.0.1", 80), endpoint("127.0.0.1", 5003), TcpState.TIME_WAIT),
                tcp(endpoint("127.0.0.1", 5001), endpoint("127.0.0.1", 80), TcpState.ESTABLISHED, process(8, "curl")),
                udp(endpoint("0.0.0.0", 53), null, process(9, "dns"), process(10, "dns")))));

        assertEquals(2, figures.get("portio_sockets{family=\"ipv4\",protocol=\"tcp\",state=\"LISTEN\"}"));
        assertEquals(3, figures.get("portio_sockets{family=\"ipv4\",protocol=\"tcp\",state=\"ESTABLISHED\"}"));
        assertEquals(1, figures.get("portio_sockets{family=\"ipv4\",protocol=\"udp\",state=\"unconnected\"}"));
        assertEquals(4, figures.get("portio_process_sockets{process=\"web\",user=\"root\"}"));
        assertEquals(1, figures.get("portio_process_sockets{process=\"dns\",user=\"root\"}"));
        assertEquals(2, figures.get(atListener("0.0.0.0", 80)));
        assertEquals(0, figures.get(atListener("127.0.0.1", 81)));
        assertEquals(0, figures.get("portio_hidden_owners"));
    }

    @Test
    void aConnectionCountsForTheListenerAtItsVeryAddress() {
        Map<String, Long> figures = read(ConnectionMetrics.text(
                snapshot(listener("0.0.0.0", 80, WEB), listener("127.0.0.1", 80, WEB), visit("127.0.0.1", 80, 5001))));
        assertEquals(0, figures.get(atListener("0.0.0.0", 80)));
        assertEquals(1, figures.get(atListener("127.0.0.1", 80)));
    }

    @Test
    void aConnectionOverIpv4CountsForADualStackListener() {
        Map<String, Long> figures =
                read(ConnectionMetrics.text(snapshot(listener("::", 80, WEB), visit("127.0.0.1", 80, 5001))));
        assertEquals(1, figures.get(atListener("::", 80)));
    }

    @Test
    void namesThatAnybodyCanChooseAreEscaped() {
        ProcessInfo odd = process(7, "a\"b\\c\nd{},=");
        Map<String, Long> figures = read(ConnectionMetrics.text(snapshot(listener("0.0.0.0", 80, odd))));
        assertEquals(1, figures.get("portio_process_sockets{process=\"a\\\"b\\\\c\\nd{},=\",user=\"root\"}"));
    }

    @Test
    void anEmptySnapshotIsValid() {
        assertEquals(Map.of("portio_hidden_owners", 0L), read(ConnectionMetrics.text(snapshot())));
    }

    @Test
    void theSameSocketsInAnotherOrderGiveTheSameText() {
        Connection one = listener("0.0.0.0", 80, WEB);
        Connection two = listener("0.0.0.0", 81, process(8, "db"));
        assertEquals(ConnectionMetrics.text(snapshot(one, two)), ConnectionMetrics.text(snapshot(two, one)));
    }

    private static Connection visit(String address, int port, int from) {
        return tcp(endpoint(address, port), endpoint("127.0.0.1", from), TcpState.ESTABLISHED, WEB);
    }

    private static String atListener(String address, int port) {
        return "portio_listener_connections{address=\"" + address + "\",namespace=\"\",port=\"" + port
                + "\",process=\"web\",protocol=\"tcp\"}";
    }

    /** Reads figures by their name and labels, and fails at the first thing that the specification does not allow. */
    private static Map<String, Long> read(String text) {
        assertTrue(text.endsWith("# EOF\n"), "the end mark is the last line");
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        assertEquals("", lines.removeLast());
        assertEquals("# EOF", lines.removeLast());
        Map<String, Long> figures = new LinkedHashMap<>();
        Set<String> families = new HashSet<>();
        String family = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            if (line.startsWith("# HELP ")) {
                family = line.split(" ")[2];
                assertTrue(NAME.matcher(family).matches() && families.add(family), line);
                assertEquals("# TYPE " + family + " gauge", lines.get(++i));
            } else {
                assertFalse(line.startsWith("#") || line.isEmpty(), line);
                int end = line.lastIndexOf(' ');
                String name = line.substring(0, end);
                checkSeries(name, family);
                assertEquals(null, figures.put(name, Long.valueOf(line.substring(end + 1))), "twice: " + name);
            }
        }
        return figures;
    }

    /** Checks a figure's name and labels: well-formed, in the order of the alphabet, none twice. */
    private static void checkSeries(String series, String family) {
        assertTrue(series.startsWith(family), series + " is not of " + family);
        String rest = series.substring(family.length());
        if (rest.isEmpty()) {
            return;
        }
        assertTrue(rest.startsWith("{"), series);
        Matcher labels = LABEL.matcher(rest);
        int at = 1;
        String before = "";
        while (at < rest.length()) {
            assertTrue(labels.find(at) && labels.start() == at, series);
            assertTrue(before.compareTo(labels.group(1)) < 0, series);
            before = labels.group(1);
            at = labels.end();
            assertEquals(at == rest.length() ? "}" : ",", labels.group(3), series);
        }
    }
}
