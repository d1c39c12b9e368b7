// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.sign;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.portio.core.ChangeSigns.Sign;

/**
 * The kernel's counters of sockets and segments at one moment, as {@code /proc/net/snmp} and {@code sockstat} have them.
 *
 * @param values each by its table and name, as {@code Tcp.ActiveOpens}
 */
public record Counters(Map<String, Long> values) {

    /** A difference in one of these is a socket opened, closed, or in another state. */
    private static final List<String> SOCKETS = List.of(
            "Tcp.ActiveOpens",
            "Tcp.PassiveOpens",
            "Tcp.AttemptFails",
            "Tcp.EstabResets",
            "Tcp.CurrEstab",
            "TCP.inuse",
            "TCP.tw",
            "TCP6.inuse",
            "UDP.inuse",
            "UDP6.inuse");

    /**
     * A difference in all of these is a TCP socket opened that nothing else counts yet, since it does not listen. One of
     * them counts other kinds of sockets as well, the other those of other network namespaces.
     */
    private static final List<String> UNBOUND = List.of("sockets.used", "TCP.alloc");

    private static final List<String> TRAFFIC =
            List.of("Tcp.InSegs", "Tcp.OutSegs", "Udp.InDatagrams", "Udp.OutDatagrams");

    /** Reads the tables from these files: pairs of lines with names and numbers, or lines with both in turns. */
    static Counters parse(String snmp, List<String> sockstat) {
        Map<String, Long> values = HashMap.newHashMap(128);
        String[] lines = snmp.split("\\n");
        for (int i = 0; i + 1 < lines.length; i += 2) {
            addPair(values, lines[i].split(" "), lines[i + 1].split(" "));
        }
        sockstat.forEach(text -> text.lines().forEach(line -> addTurns(values, line.split(" "))));
        return new Counters(values);
    }

    private static void addPair(Map<String, Long> values, String[] names, String[] numbers) {
        for (int i = 1; i < Math.min(names.length, numbers.length); i++) {
            add(values, names[0], names[i], numbers[i]);
        }
    }

    private static void addTurns(Map<String, Long> values, String[] words) {
        for (int i = 1; i + 1 < words.length; i += 2) {
            add(values, words[0], words[i], words[i + 1]);
        }
    }

    private static void add(Map<String, Long> values, String table, String name, String number) {
        values.put(table.substring(0, table.length() - 1) + '.' + name, Long.parseLong(number));
    }

    /** Returns the value of this name, as {@code Tcp.ActiveOpens}; 0 if the kernel does not have it. */
    public long value(String name) {
        return values.getOrDefault(name, 0L);
    }

    /** Returns what must have happened since the earlier moment. */
    Sign since(Counters earlier) {
        if (SOCKETS.stream().anyMatch(name -> differs(name, earlier))
                || UNBOUND.stream().allMatch(name -> differs(name, earlier))) {
            return Sign.CHANGED;
        }
        return TRAFFIC.stream().anyMatch(name -> differs(name, earlier)) ? Sign.TRAFFIC : Sign.NONE;
    }

    private boolean differs(String name, Counters earlier) {
        return value(name) != earlier.value(name);
    }
}
