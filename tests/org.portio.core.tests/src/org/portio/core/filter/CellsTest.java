// SPDX-License-Identifier: EPL-2.0
package org.portio.core.filter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;

class CellsTest {

    private final Cells<Endpoint> addresses =
            new AddressCells<>(end -> Addresses.format(end.address()), end -> end, List.of("all"));

    private final Cells<String> states = new WordCells<>(
            UnaryOperator.identity(),
            List.of("LISTEN", "ESTABLISHED", "TIME-WAIT", "SYN-RECEIVED"),
            word -> word.equals("syn-recv") ? "SYN-RECEIVED" : word);

    @ParameterizedTest
    @CsvSource({
        "127.0.0.0/8, 127.0.0.1, 80, true",
        "127.0.0.0/8, 128.0.0.1, 80, false",
        "127.0.0.1/8, 127.9.9.9, 80, true",
        "10.0.0.0/9, 10.127.0.1, 80, true",
        "10.0.0.0/9, 10.128.0.1, 80, false",
        "0.0.0.0/0, 10.128.0.1, 80, true",
        "0.0.0.0/0, ::1, 80, false",
        "127.0.0.0/8, ::ffff:127.0.0.1, 80, true",
        "fe80::/10, fe80::1, 80, true",
        "::/0, 10.0.0.1, 80, false",
        "::1/128, ::1, 80, true",
        "::1/128, ::2, 80, false",
        "[::1], ::1, 80, true",
        "[::1], ::11, 80, false",
        "[0:0::1], ::1, 80, true",
        "[::1]:80, ::1, 80, true",
        "[::1]:80, ::1, 8080, false",
        "[::1]:, ::1, 8080, true",
        "[::1, ::1, 80, true",
        "::1, ::1, 80, true",
        "127.0.0.1:80, 127.0.0.1, 80, true",
        "127.0.0.1:80, ::ffff:127.0.0.1, 80, true",
        "127.0.0.1:80, 127.0.0.1, 8080, false",
        "127.0.0.1:80, 127.0.0.11, 80, false",
        "127.0., 127.0.0.1, 80, true",
        ":80, 127.0.0.1, 80, true",
        ":80, 127.0.0.1, 8080, false",
        "*:80, 127.0.0.1, 80, true",
        "localhost, 127.0.0.1, 80, true",
        "localhost, ::1, 80, true",
        "localhost, 10.0.0.1, 80, false",
        "localhost:80, 127.0.0.1, 80, true",
        "localhost:80, 127.0.0.1, 81, false"
    })
    void addressesAreFoundHoweverTheyAreWritten(String word, String address, int port, boolean found) throws Exception {
        Endpoint end = new Endpoint(InetAddress.ofLiteral(address), port);
        // Java turns the literal of a mapped address into an IPv4 address; the kernel's sockets keep it.
        Endpoint kernels = address.startsWith("::ffff:")
                ? new Endpoint(
                        Addresses.of(mapped(InetAddress.ofLiteral(address).getAddress())), port)
                : end;
        assertEquals(found, addresses.plain(word).test(kernels));
        assertEquals(found, addresses.named("address", word).test(kernels));
    }

    private static byte[] mapped(byte[] ipv4) {
        return new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, ipv4[0], ipv4[1], ipv4[2], ipv4[3]};
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.0/33",
                "::/129",
                "300.0.0.1/8",
                "10/8",
                "10.0/16",
                "1:2/64",
                "::1/9999999999",
                "[::g]",
                "[]",
                "example.com:80",
                "127.0.0.1:70000",
                "127.0.0.1:99999999999",
                ":65536",
                "1.2.3:80"
            })
    void aWrongAddressIsRefusedWithAndWithoutTheColumn(String word) {
        assertThrows(WrongFilterException.class, () -> addresses.plain(word));
        assertThrows(WrongFilterException.class, () -> addresses.named("local", word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"xyz", "eth0", "10.0.0.x", "tcp"})
    void whatNoAddressCanContainIsRefusedAfterTheColumn(String word) throws Exception {
        assertThrows(WrongFilterException.class, () -> addresses.named("local", word));
        assertFalse(addresses.plain(word).test(new Endpoint(InetAddress.ofLiteral("10.0.0.1"), 80)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/usr/bin", "a/b", "http://x", "12:30", "12:30:05", "fe80", "all", "al", "loc", "1.2-3/x"})
    void otherWordsArePlainText(String word) throws Exception {
        assertFalse(addresses.plain(word).test(new Endpoint(InetAddress.ofLiteral("10.0.0.1"), 80)));
    }

    @ParameterizedTest
    @CsvSource({
        "listen, LISTEN",
        "lis, LISTEN",
        "time_wait, TIME-WAIT",
        "time wait, TIME-WAIT",
        "timewait, TIME-WAIT",
        "syn-recv, SYN-RECEIVED"
    })
    void wordsAreFoundWithOrWithoutHyphens(String value, String state) throws Exception {
        assertTrue(states.named("state", value).test(state));
    }

    @Test
    void anUnknownWordIsToldWithThoseThatThereAre() {
        WrongFilterException e = assertThrows(WrongFilterException.class, () -> states.named("state", "xyz"));
        assertEquals("\"xyz\" is not a state. Values: LISTEN, ESTABLISHED, TIME-WAIT, SYN-RECEIVED.", e.getMessage());
    }

    @Test
    void portsHaveALimit() {
        Cells<String> ports = new NumberCells<>(_ -> "", (_, _, _) -> true, 65_535);
        assertEquals(
                "\"65536\" is too large. A port is at most 65535.",
                assertThrows(WrongFilterException.class, () -> ports.named("port", "65536"))
                        .getMessage());
        assertThrows(WrongFilterException.class, () -> ports.named("port", ">65535"));
        assertThrows(WrongFilterException.class, () -> ports.named("port", "9".repeat(1_000_000)));
    }

    /** Each is read once or twice from beginning to end, whatever it contains. */
    @Test
    void aMillionCharactersAreReadAtOnce() throws Exception {
        for (String letter : List.of("\"", "!", "|", ",", ":", "[", "]", "-", " ", "a", "1", ".", "\"a ", "a,\"")) {
            String filter = letter.repeat(1_000_000 / letter.length());
            for (FilterTerm term : FilterTerm.parse(filter)) {
                for (String word : term.words()) {
                    try {
                        addresses.plain(word.toLowerCase(Locale.ROOT));
                    } catch (WrongFilterException _) {
                        continue; // that it is wrong is what it may be
                    }
                }
            }
        }
    }
}
