// SPDX-License-Identifier: EPL-2.0
package org.portio.core;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** State of a TCP socket, by the names of RFC 9293 section 3.3.2, plus {@link #BOUND}. UDP sockets have none. */
public enum TcpState {
    LISTEN("LISTEN", "LISTEN"),
    SYN_SENT("SYN-SENT", "SYN_SENT"),
    SYN_RECEIVED("SYN-RECEIVED", "SYN_RECV", "SYN-RCVD"),
    ESTABLISHED("ESTABLISHED", "ESTABLISHED", "ESTAB"),
    FIN_WAIT_1("FIN-WAIT-1", "FIN_WAIT1"),
    FIN_WAIT_2("FIN-WAIT-2", "FIN_WAIT2"),
    CLOSE_WAIT("CLOSE-WAIT", "CLOSE_WAIT"),
    CLOSING("CLOSING", "CLOSING"),
    LAST_ACK("LAST-ACK", "LAST_ACK"),
    TIME_WAIT("TIME-WAIT", "TIME_WAIT"),
    CLOSED("CLOSED", "CLOSE", "UNCONN"),
    /** Bound to a port but neither listening nor connected: it still keeps the port from others. */
    BOUND("BOUND", "BOUND");

    private final String label;
    private final String netstat;
    private final String[] aliases;

    TcpState(String label, String netstat, String... aliases) {
        this.label = label;
        this.netstat = netstat;
        this.aliases = aliases;
    }

    /** RFC 9293 name, as in {@code FIN-WAIT-1}. */
    public String label() {
        return label;
    }

    /** Returns the name in the State column of netstat, as in {@code FIN_WAIT1}. */
    public String netstatName() {
        return netstat;
    }

    /** Returns the state that is called so by RFC 9293, netstat or ss, in any case; empty for an unknown name. */
    public static Optional<TcpState> named(String name) {
        String wanted = canonical(name);
        return Arrays.stream(values()).filter(state -> state.isCalled(wanted)).findFirst();
    }

    private boolean isCalled(String canonicalName) {
        return canonical(label).equals(canonicalName)
                || canonical(netstat).equals(canonicalName)
                || Arrays.stream(aliases).anyMatch(alias -> canonical(alias).equals(canonicalName));
    }

    private static String canonical(String name) {
        return name.toUpperCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
