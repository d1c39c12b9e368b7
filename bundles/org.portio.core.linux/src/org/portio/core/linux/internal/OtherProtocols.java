// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.portio.core.Unseen;

/** Counts the sockets of this network namespace that are neither TCP nor UDP, which PortIO does not list. */
public final class OtherProtocols {

    /** Below the thread's own directory, which is there also if {@code /proc} shows processes only (subset=pid). */
    private static final String TABLE = "/proc/thread-self/net/protocols";

    private static final String WHAT = "sockets that are neither TCP nor UDP";
    private static final String ONE = "socket that is neither TCP nor UDP";

    /** The kernel's names of protocols, those of both families of addresses side by side, and how people call them. */
    private static final String[][] KINDS = {
        {"RAW", "RAWv6", "raw"},
        {"PING", "PINGv6", "ping"},
        {"UDP-Lite", "UDPLITEv6", "UDP-Lite"},
        {"PACKET", "PACKET", "packet"},
        {"SCTP", "SCTPv6", "SCTP"},
        {"DCCP", "DCCPv6", "DCCP"},
    };

    private OtherProtocols() {}

    /** Returns one limit, which says so if the table cannot be read; none if there are no such sockets. */
    public static List<Unseen> read() {
        return read(TABLE);
    }

    static List<Unseen> read(String file) {
        try (InputStream in = new FileInputStream(file)) {
            return count(new String(in.readAllBytes(), StandardCharsets.ISO_8859_1));
        } catch (IOException _) {
            return List.of(limit(-1, file + " cannot be read"));
        }
    }

    private static Unseen limit(int count, String why) {
        return new Unseen(Unseen.Kind.OTHER_PROTOCOLS, count == 1 ? ONE : WHAT, count, why);
    }

    /** Parses the text of that table, each line with a name, a size, a number of sockets and more. */
    static List<Unseen> count(String table) {
        int[] counts = new int[KINDS.length];
        int all = 0;
        for (String line : table.split("\n")) {
            String[] fields = line.split(" +");
            int kind = fields.length > 2 ? kind(fields[0]) : -1;
            if (kind >= 0) {
                int sockets = Integer.parseInt(fields[2]);
                counts[kind] += sockets;
                all += sockets;
            }
        }
        return all == 0 ? List.of() : List.of(limit(all, text(counts)));
    }

    private static int kind(String name) {
        for (int i = 0; i < KINDS.length; i++) {
            if (name.equals(KINDS[i][0]) || name.equals(KINDS[i][1])) {
                return i;
            }
        }
        return -1;
    }

    private static String text(int[] counts) {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] > 0) {
                texts.add(counts[i] + " " + KINDS[i][2]);
            }
        }
        return String.join(", ", texts);
    }
}
