// SPDX-License-Identifier: EPL-2.0
package org.portio.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.core.ProcessInfo;
import org.portio.testing.Sockets;

class CsvExporterTest {

    /** Programs read them by position: a further field comes last. */
    private static final String FIELDS =
            "protocol,family,localAddress,localPort,remoteAddress,remotePort,state,pid,pids,process,user,uid,"
                    + "commandLine,executable,processStartTime,parentPid,recvQ,sendQ,inode,ownerHidden,"
                    + "controlGroup,namespace,interface,ownership,kernelUse";

    private final CsvExporter exporter = new CsvExporter();

    @Test
    void writesAHeaderAndALineForEachConnection() throws IOException {
        String[] lines = Samples.text(exporter, Samples.SHARED, Samples.MAPPED).split("\r\n");
        assertBegins(FIELDS, lines[0]);
        assertBegins(
                "tcp,ipv4,127.0.0.1,8080,,,LISTEN,42,42 43,java,root,0,/usr/bin/java"
                        + " --serve,/usr/bin/java,2026-03-01T12:00:00Z,1,0,0,,false,,,,known,",
                lines[1]);
        assertBegins(
                "tcp,ipv6,::ffff:127.0.0.1,5555,::ffff:127.0.0.1,38370,FIN-WAIT-2,,,,,,,,,,,,,false,,,,none,",
                lines[2]);
        assertEquals(3, lines.length);
    }

    @Test
    void writesControlGroupAndNamespace() throws IOException {
        String text = Samples.text(exporter, Samples.ELSEWHERE);
        assertTrue(text.contains(",77,false,/system.slice/web.service,blue,eth0,kernel,vxlan vx0"), text);
    }

    @Test
    void writesTheHeaderEvenWhenNothingIsThere() throws IOException {
        String text = Samples.text(exporter);
        assertBegins(FIELDS, text);
        assertEquals(text.length() - 2, text.indexOf("\r\n"));
    }

    @Test
    void quotesWhatRfc4180WantsQuoted() throws IOException {
        String commandLine = "say \"a, b\"\n";
        ProcessInfo owner = new ProcessInfo(1, null, "say", commandLine, "/bin/say", Sockets.ROOT, 0);
        String text = Samples.text(CsvExporter.exact(), Samples.ownedBy(owner));
        assertTrue(text.contains(",root,0,\"say \"\"a, b\"\"\n\",/bin/say,,,"), text);
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"=1+1, '=1+1", "+1, '+1", "-sh, '-sh", "@a, '@a", "'a, ''a", "a\u202eb, a?b", "a=1, a=1"})
    void fileKeepsFormulasAndWhatCannotBeSeenOffSpreadsheets(String name, String written) throws IOException {
        ProcessInfo owner = new ProcessInfo(1, null, name, "x", "/bin/x", Sockets.ROOT, 0);
        assertTrue(Samples.text(exporter, Samples.ownedBy(owner)).contains("," + written + ",root,0,x,"));
        assertTrue(Samples.text(CsvExporter.exact(), Samples.ownedBy(owner)).contains("," + name + ",root,0,x,"));
    }

    private static void assertBegins(String beginning, String line) {
        assertTrue((line + ",").replace("\r\n", "").startsWith(beginning + ","), line);
    }
}
