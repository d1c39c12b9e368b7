// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.cli.Cli;

class WaitCommandTest {

    private final Cli cli = new Cli();

    @Test
    void endsAtOnceWhereSomebodyListens() {
        assertEquals(new Cli.Result(0, "", ""), cli.run("wait", "--listening", "8080"));
    }

    @Test
    void saysThatNobodyListensAfterTheTime() {
        Cli.Result result = cli.run("wait", "--listening", "8081", "--timeout", "1s");

        assertEquals(1, result.code());
        assertEquals(
                "portio: TCP 8081: nobody listens; portio why 8081 TCP explains why",
                result.err().strip());
    }

    @Test
    void waitsForAFreePort() throws IOException {
        try (ServerSocket holder = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = String.valueOf(holder.getLocalPort());
            Cli.Result taken = cli.run("wait", "--free", port, "--timeout", "1s");
            assertEquals(1, taken.code());
            assertTrue(taken.err().contains("is still taken"), taken.err());

            holder.close();
            assertEquals(0, cli.run("wait", "--free", port, "--timeout", "5s").code());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wait",
                "wait --free 80 --listening 80",
                "wait --free 0",
                "wait --free x",
                "wait --listening 80 --despite-leftovers",
                "wait --free 80 SCTP",
                "wait --free 80 --timeout never"
            })
    void doesNotWaitWhereItIsCalledWrongly(String line) {
        assertEquals(2, cli.run(line.split(" ")).code());
    }
}
