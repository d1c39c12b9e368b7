// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.portio.testing.Sockets.process;

import java.io.IOException;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetstatExporterTest {

    private static final String HEADER =
            "Proto Recv-Q Send-Q Local Address           Foreign Address         State       PID/Program name";

    private final NetstatExporter exporter = new NetstatExporter();

    @Test
    void looksLikeNetstatOnLinux() throws IOException {
        List<String> expected = List.of(
                "Active Internet connections (servers and established)",
                HEADER,
                "tcp        0      0 127.0.0.1:8080          0.0.0.0:*               LISTEN      42/java",
                "tcp6       0      0 :::22                   :::*                    LISTEN      -",
                "tcp6       -      - 127.0.0.1:5555          127.0.0.1:38370         FIN_WAIT2   -",
                "udp        0      0 0.0.0.0:68              0.0.0.0:*                           7/dhclient",
                "udp6       0      0 ::1:38957               ::1:5559                ESTABLISHED 8/dig",
                "(owners of 1 socket hidden: run with privileges)");
        assertEquals(
                expected,
                lines(Samples.text(
                        exporter,
                        Samples.CONNECTED,
                        Samples.UNCONNECTED,
                        Samples.HIDDEN,
                        Samples.MAPPED,
                        Samples.SHARED)));
    }

    @Test
    void saysHowManySocketsThereWereBesidesThoseThatWereChosen() throws IOException {
        StringWriter out = new StringWriter();
        exporter.write(Samples.snapshot(Samples.SHARED, Samples.LONG).with(List.of(Samples.LONG)), out);
        assertEquals("(1 of 2 sockets)", lines(out.toString()).getLast());
    }

    @Test
    void padsTheLastColumnLikeNetstat() throws IOException {
        assertTrue(Samples.text(exporter, Samples.HIDDEN).contains("LISTEN      -                   \n"));
    }

    @Test
    void saysNothingOfHiddenOwnersWhereThereAreNone() throws IOException {
        assertEquals(
                List.of("Active Internet connections (servers and established)", HEADER),
                lines(Samples.text(exporter)));
    }

    @Test
    void widensAColumnRatherThanCutAnAddress() throws IOException {
        List<String> lines = lines(Samples.text(exporter, Samples.LONG, Samples.SHARED));
        String row = lines.getLast();
        assertTrue(row.contains(" 2001:db8:1111:2222:3333:4444:5555:6666:40000 2001:db8::1:443 "), row);
        assertEquals(lines.get(1).indexOf("Foreign Address"), row.indexOf("2001:db8::1:443"));
        assertEquals(lines.get(1).indexOf("Foreign Address"), lines.get(2).indexOf("0.0.0.0:*"));
    }

    @Test
    void showsTheInterfaceThatASocketIsBoundTo() throws IOException {
        String text = Samples.text(exporter, Samples.ELSEWHERE);
        assertTrue(text.contains(" 10.0.0.1%eth0:80 "), text);
    }

    @Test
    void keepsANameWithALineBreakInItsLine() throws IOException {
        String text = Samples.text(exporter, Samples.ownedBy(process(1, "a\nb")));
        assertTrue(text.contains("1/a?b"), text);
    }

    private static List<String> lines(String text) {
        return Arrays.stream(text.split("\n")).map(String::stripTrailing).toList();
    }
}
