// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.iptables;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.portio.core.Protocol;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Direction;
import org.portio.firewall.Verdict;
import org.portio.firewall.spi.Requests;
import org.portio.firewall.spi.Rule;

/**
 * The lines that make up a block, the same for IPv4 and IPv6.
 *
 * <p>Container engines publish ports in table {@code nat}: before {@code INPUT} is asked, the packet is on its way to
 * another machine. {@code DROP} therefore also stands in {@code mangle PREROUTING}, which comes before. {@code REJECT} is
 * possible in table {@code filter} alone: there the packet is kept from being published, by an {@code ACCEPT} at the start
 * of {@code nat PREROUTING}, so that it arrives in {@code INPUT} with its own port and is rejected there. Marks, the other
 * way, can be overwritten by rules of others, and take part in routing.
 */
final class IptablesRules {

    /** A line of a chain: what iptables-save prints after the chain's name. */
    record Line(Chain chain, String text) {}

    /** PortIO's own chains. */
    enum Chain {
        IN("filter", "INPUT", "PORTIO-IN"),
        OUT("filter", "OUTPUT", "PORTIO-OUT"),
        PRE("mangle", "PREROUTING", "PORTIO-PRE"),
        NAT("nat", "PREROUTING", "PORTIO-NAT"),
        NAT_OUT("nat", "OUTPUT", "PORTIO-NAT-OUT");

        private final String table;
        private final String hook;
        private final String label;

        Chain(String table, String hook, String label) {
            this.table = table;
            this.hook = hook;
            this.label = label;
        }

        String table() {
            return table;
        }

        /** Returns the chain of the system that jumps to it. */
        String hook() {
            return hook;
        }

        String label() {
            return label;
        }

        /** Returns whether its packets count as blocked; what {@code nat} keeps from being published is rejected later. */
        boolean blocks() {
            return !"nat".equals(table);
        }
    }

    /** The match for an end; the time that follows is in UTC. */
    private static final String DATE_STOP = " -m time --datestop ";

    private static final String OPENING = " --tcp-flags FIN,SYN,RST,ACK SYN";

    private static final String LOCAL = " -m addrtype --dst-type LOCAL";

    private final List<Line> lines = new ArrayList<>();
    private final BlockRequest request;
    private final String ports;
    private final String comment;
    private final String target;

    private IptablesRules(Rule rule) {
        request = rule.request();
        String protocol = request.protocol().label();
        ports = "-p " + protocol + " -m " + protocol + " --dport " + Requests.colonRange(request);
        comment = end(rule) + " -m comment --comment \"" + rule.tag().text() + "\"";
        target = request.verdict() == Verdict.DROP
                ? "DROP"
                : request.protocol() == Protocol.TCP ? "REJECT --reject-with tcp-reset" : "REJECT";
    }

    /** The kernel takes the rule for gone once its time is over; it counts whole seconds, and to the end of this one. */
    private static String end(Rule rule) {
        if (rule.remaining() == null) {
            return "";
        }
        Instant end = Instant.now().plus(rule.remaining()).truncatedTo(ChronoUnit.SECONDS);
        return DATE_STOP + DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(end.atOffset(ZoneOffset.UTC));
    }

    /** Returns when a line stops matching; null for never, or if it is unreadable. */
    static Instant end(String line) {
        int start = line.indexOf(DATE_STOP);
        if (start < 0) {
            return null;
        }
        String time = line.substring(start + DATE_STOP.length()).split(" ", 2)[0];
        try {
            return LocalDateTime.parse(time).toInstant(ZoneOffset.UTC);
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    static List<Line> of(Rule rule) {
        IptablesRules rules = new IptablesRules(rule);
        Direction direction = rules.request.direction();
        if (direction.includes(Direction.INBOUND)) {
            rules.inbound();
        }
        if (direction.includes(Direction.OUTBOUND)) {
            rules.which(false)
                    .forEach(which -> rules.add(Chain.OUT, rules.exempt("-o") + rules.ports + which, rules.target));
        }
        return List.copyOf(rules.lines);
    }

    private void inbound() {
        String arriving = exempt("-i") + ports;
        which(true).forEach(which -> add(Chain.IN, arriving + which, target));
        if (request.verdict() == Verdict.DROP) {
            which(true).forEach(which -> add(Chain.PRE, arriving + which + LOCAL, "DROP"));
        } else {
            add(Chain.NAT, arriving + LOCAL, "ACCEPT");
            if (request.cutExisting()) {
                // Table nat is asked about the first packet of a connection only.
                add(Chain.PRE, arriving + " -m conntrack --ctstate DNAT" + LOCAL, "DROP");
            }
        }
        if (request.loopback()) {
            add(Chain.NAT_OUT, ports + LOCAL, "ACCEPT");
        }
    }

    private String exempt(String device) {
        return request.loopback() ? "" : "! " + device + " lo ";
    }

    /**
     * TCP connections are recognized by their first packet. Their state would not do: a kernel that has not tracked
     * connections up to now takes the next packet of an old one for a new one. Rules about all packets spare those that
     * answer, which is not known of packets that somebody has exempted from tracking: a second line is about these.
     */
    private List<String> which(boolean inbound) {
        boolean tcp = request.protocol() == Protocol.TCP;
        if (tcp && !request.cutExisting()) {
            return List.of(OPENING);
        }
        return Requests.sparesAnswers(request, inbound)
                ? List.of(" -m conntrack --ctdir ORIGINAL", (tcp ? OPENING : "") + " -m conntrack --ctstate UNTRACKED")
                : List.of("");
    }

    private void add(Chain chain, String match, String verdict) {
        lines.add(new Line(chain, match + comment + " -j " + verdict));
    }
}
