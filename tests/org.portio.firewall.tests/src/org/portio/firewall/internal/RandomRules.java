// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Rules for the ports 8000 and 8001. None of them drops packets, since the test waits for each missing answer. */
public final class RandomRules {

    private static final String CONDITIONS = """
        tcp dport 8000
        tcp dport != 8000
        tcp dport { 8001, 9000-9999 }
        tcp dport @named
        tcp dport >= 8001
        udp dport 8000
        tcp sport 1
        meta nfproto ipv6
        meta l4proto 6
        ip protocol tcp
        ip6 nexthdr tcp
        ip saddr 10.77.0.2
        ip saddr 10.0.0.9
        iif lo
        iifname != lo
        oifname lo
        oif != lo
        iifname { lo, wg0 }
        ip saddr 127.0.0.0/8
        ip6 daddr != ::1
        tcp flags syn
        tcp flags & (syn | ack) == syn
        tcp flags != syn
        tcp sport 8000
        tcp sport >= 9000
        udp dport != 8000
        meta l4proto . th dport { tcp . 8001, udp . 8000 }
        ct state new
        ct state established,related
        ct state != new
        fib daddr type local
        fib daddr type multicast
        limit rate 1000/second
        counter
        """;
    private static final List<String> ENDS = List.of("accept", "reject", "return", "counter", "continue");
    private static final List<String> CHOICES = List.of(
            "tcp dport vmap { 8000 : accept, 8001 : jump b }",
            "ct state vmap { new : jump b, established : accept }",
            "meta l4proto . th dport vmap { tcp . 8000 : jump b, udp . 8001 : drop }",
            "iifname vmap { lo : accept, wg0 : drop }");

    private final Random random;

    public RandomRules(long seed) {
        random = new Random(seed);
    }

    /** Returns the next table; nft does not accept all of them, since some contradict themselves. */
    public String next() {
        return "table inet t { set named { type inet_service; elements = { 8001 } }\n chain b { " + rules(List.of())
                + "}\n chain a { " + rules(List.of("jump b", "goto b"))
                + "}\n chain input { type filter hook input priority 0; policy accept; "
                + rules(List.of("jump a", "jump b", "goto b")) + "}\n" + (random.nextBoolean() ? output() : "")
                + (random.nextInt(3) == 0 ? nat() : "") + "}";
    }

    private String output() {
        return " chain output { type filter hook output priority 0; policy accept; " + rules(List.of("jump b")) + "}\n";
    }

    /** Nobody listens at the port to which it redirects packets. */
    private String nat() {
        String hook = random.nextBoolean() ? "prerouting priority -100" : "output priority -100";
        return " chain nat { type nat hook " + hook + "; "
                + any(CONDITIONS.lines().toList()) + " tcp dport 8000 redirect to :8009; }\n";
    }

    private String rules(List<String> jumps) {
        List<String> verdicts = new ArrayList<>(ENDS);
        verdicts.addAll(jumps);
        verdicts.addAll(jumps.isEmpty() ? List.of() : CHOICES);
        List<String> conditions = CONDITIONS.lines().toList();
        return IntStream.range(0, 1 + random.nextInt(4))
                .mapToObj(_ -> any(conditions) + " " + (random.nextBoolean() ? any(conditions) : "") + " "
                        + any(verdicts) + "; ")
                .collect(Collectors.joining());
    }

    private String any(List<String> list) {
        return list.get(random.nextInt(list.size()));
    }
}
