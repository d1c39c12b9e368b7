// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Lines for iptables-restore about the ports 8000 and 8001; nobody serves the port 8009, to which they redirect some
 * packets.
 */
public final class RandomIptables {

    private static final List<String> CONDITIONS =
            """
            -p tcp -m tcp --dport 8000
            -p tcp -m tcp ! --dport 8000
            -p tcp -m tcp --dport 8001:8100
            -p tcp -m multiport --dports 8001,9000:9999
            -p tcp -m multiport --sports 8001,9000
            -p tcp -m tcp --sport 8000
            -p udp -m udp --dport 8000
            -p tcp -m tcp --syn
            -p tcp -m tcp ! --syn
            -p tcp -m tcp --tcp-flags SYN,ACK SYN,ACK
            -p tcp
            ! -p udp
            -i lo
            ! -i lo
            -o lo
            ! -o lo
            -i eth+
            -m conntrack --ctstate NEW
            -m conntrack --ctstate RELATED,ESTABLISHED
            -m conntrack ! --ctstate NEW
            -m state --state NEW
            -m conntrack --ctstate DNAT
            -m addrtype --dst-type LOCAL
            -m addrtype ! --dst-type LOCAL
            -m limit --limit 1000/sec
            -m recent --name r --set
            -m mark --mark 0x0
            -m comment --comment "so it is"
            -m pkttype --pkt-type unicast\
            """.lines().map(String::strip).toList();

    private final Random random;

    public RandomIptables(long seed) {
        random = new Random(seed);
    }

    /** Returns all tables of a family. */
    public String next() {
        return "*filter\n" + policies() + ":a - [0:0]\n:b - [0:0]\n"
                + Stream.of(
                                rules("b", false, "ACCEPT", "REJECT", "RETURN"),
                                rules("a", false, "ACCEPT", "REJECT", "RETURN", "b"),
                                rules("INPUT", true, "ACCEPT", "ACCEPT", "REJECT", "a", "b"),
                                random.nextBoolean() ? rules("OUTPUT", false, "ACCEPT", "REJECT", "a", "b") : "")
                        .collect(Collectors.joining())
                + "COMMIT\n"
                + (random.nextInt(3) == 0 ? nat() : "");
    }

    /** A policy that drops makes each refused packet take a timeout. */
    private String policies() {
        return ":INPUT " + (random.nextInt(6) == 0 ? "DROP" : "ACCEPT") + " [0:0]\n:OUTPUT ACCEPT [0:0]\n";
    }

    private String nat() {
        return "*nat\n:PREROUTING ACCEPT [0:0]\n:OUTPUT ACCEPT [0:0]\n:t - [0:0]\n"
                + "-A t -p tcp -m tcp --dport 8000 -j REDIRECT --to-ports 8009\n"
                + rules("PREROUTING", true, "ACCEPT", "RETURN", "t")
                + rules("OUTPUT", false, "ACCEPT", "RETURN", "t") + "COMMIT\n";
    }

    private String rules(String chain, boolean some, String... targets) {
        return IntStream.range(0, (some ? 1 : 0) + random.nextInt(4))
                .mapToObj(_ -> rule(chain, targets[random.nextInt(targets.length)]))
                .collect(Collectors.joining());
    }

    private String rule(String chain, String target) {
        String jump = target.length() == 1 && random.nextInt(4) == 0 ? " -g " : " -j ";
        return "-A " + chain + " " + condition() + (random.nextInt(3) == 0 ? " " + condition() : "") + jump + target
                + "\n";
    }

    private String condition() {
        return CONDITIONS.get(random.nextInt(CONDITIONS.size()));
    }
}
