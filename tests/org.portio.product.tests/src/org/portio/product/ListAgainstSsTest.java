// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Some hundred sockets of every kind, seen by {@code portio list --json} and by ss: the same sockets, the same
 * owners.
 */
class ListAgainstSsTest {

    private static final Pattern SS_ROW =
            Pattern.compile("(tcp|udp) +(\\S+) +\\d+ +\\d+ +(\\S+):(\\d+) +(\\S+):(\\S+) *(.*)");
    private static final Pattern SS_PID = Pattern.compile("pid=(\\d+)");
    private static final Map<String, String> RFC_NAMES =
            Map.of("ESTAB", "ESTABLISHED", "SYN-RECV", "SYN-RECEIVED", "UNCONN", "-");

    @Test
    void showsTheSameSocketsWithTheSameOwners() throws Exception {
        assumeTrue(
                Product.isInstalled("ss"),
                "ss is not installed (Debian: iproute2), so there is nothing to compare with");
        try (SocketZoo zoo = SocketZoo.open()) {
            Predicate<String> ours = row -> isOf(zoo, row);
            Set<String> expected = ss().stream().filter(ours).collect(Collectors.toCollection(TreeSet::new));
            Set<String> seen = portio().stream().filter(ours).collect(Collectors.toCollection(TreeSet::new));

            assertTrue(expected.size() >= 300, "ss sees only " + expected.size());
            assertEquals(String.join("\n", expected), String.join("\n", seen));
            for (String kind : List.of(
                    " LISTEN ", " ESTABLISHED ", " TIME-WAIT ", " CLOSE-WAIT ", " FIN-WAIT-2 ", "udp ", "[::1]")) {
                assertTrue(seen.stream().anyMatch(row -> row.contains(kind)), "no row of the kind" + kind);
            }
        }
    }

    /** Another program may have the same port number with the other protocol, or at another address. */
    private static boolean isOf(SocketZoo zoo, String row) {
        String[] columns = row.split(" ");
        return zoo.endpoints().contains(columns[0] + " " + columns[1])
                || zoo.endpoints().contains(columns[0] + " " + columns[2]);
    }

    private static List<String> ss() throws Exception {
        return Product.run(Map.of(), List.of("ss", "-Htunap"))
                .out()
                .lines()
                .map(ListAgainstSsTest::ssRow)
                .toList();
    }

    private static String ssRow(String line) {
        Matcher row = SS_ROW.matcher(line);
        assertTrue(row.matches(), () -> "ss printed a row of another form: " + line);
        boolean udp = row.group(1).equals("udp");
        boolean alone = row.group(6).equals("*");
        String remote = alone ? "*" : row.group(5) + ":" + row.group(6);
        String state = udp ? "-" : RFC_NAMES.getOrDefault(row.group(2), row.group(2));
        Matcher pids = SS_PID.matcher(row.group(7));
        String pid = pids.find() ? pids.group(1) : "-";
        // ss writes the wildcard of a dual-stack socket as *, and the interface that a socket is bound to after a %.
        String local = row.group(3).equals("*") ? "[::]" : row.group(3);
        return String.join(" ", row.group(1), local + ":" + row.group(4), remote, state, pid);
    }

    private static List<String> portio() throws Exception {
        JsonObject document =
                JsonParser.parseString(Product.run("list", "--json").out()).getAsJsonObject();
        return document.getAsJsonArray("connections").asList().stream()
                .map(JsonElement::getAsJsonObject)
                .map(ListAgainstSsTest::portioRow)
                .toList();
    }

    private static String portioRow(JsonObject socket) {
        String local = endpoint(
                socket.get("localAddress").getAsString(),
                socket.get("localPort").getAsInt());
        String remote = socket.get("remotePort").isJsonNull()
                ? "*"
                : endpoint(
                        socket.get("remoteAddress").getAsString(),
                        socket.get("remotePort").getAsInt());
        return String.join(
                " ",
                socket.get("protocol").getAsString(),
                local,
                remote,
                text(socket.get("state")),
                text(socket.get("pid")));
    }

    private static String endpoint(String address, int port) {
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
    }

    private static String text(JsonElement value) {
        return value.isJsonNull() ? "-" : value.getAsString();
    }
}
