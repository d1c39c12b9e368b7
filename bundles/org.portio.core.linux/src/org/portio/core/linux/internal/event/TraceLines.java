// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.event;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.portio.core.TcpState;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.core.event.EventKind;
import org.portio.core.event.EventsLost;
import org.portio.core.event.KernelEvent;
import org.portio.core.event.SocketStateChanged;

/**
 * Reads lines of {@code trace_pipe} about {@code sock/inet_sock_set_state} with the option "fields", of which the kernel prints
 * no IPv6 addresses.
 *
 * @param now a moment by the clock on the wall
 * @param nanos the same one by the clock of the lines, in nanoseconds
 */
record TraceLines(Instant now, long nanos) {

    private static final Pattern LINE =
            Pattern.compile(".*-(\\d+) +(?:\\( *(\\d+|-+)\\) +)?\\[\\d+] +(\\S+) +(\\d+\\.\\d+): inet_sock_set_state:"
                    + " skaddr=0x([0-9a-f]+) \\(-?\\d+\\) oldstate=0x\\w+ \\((\\d+)\\) newstate=0x\\w+ \\((\\d+)\\)"
                    + " sport=0x\\w+ \\((\\d+)\\) dport=0x\\w+ \\((\\d+)\\) family=0x\\w+ \\((\\d+)\\) protocol=0x\\w+"
                    + " \\((\\d+)\\) saddr=0x\\w+ \\((-?\\d+)\\) daddr=0x\\w+ \\((-?\\d+)\\).*");
    private static final Pattern LOST = Pattern.compile("CPU:\\d+ \\[LOST (\\d+) EVENTS].*");

    /** The states by the numbers of the kernel's tcp_states.h. */
    private static final TcpState[] STATES = {
        TcpState.CLOSED,
        TcpState.ESTABLISHED,
        TcpState.SYN_SENT,
        TcpState.SYN_RECEIVED,
        TcpState.FIN_WAIT_1,
        TcpState.FIN_WAIT_2,
        TcpState.TIME_WAIT,
        TcpState.CLOSED,
        TcpState.CLOSE_WAIT,
        TcpState.LAST_ACK,
        TcpState.LISTEN,
        TcpState.CLOSING,
        TcpState.SYN_RECEIVED
    };

    private static final int THREAD = 1;
    private static final int PROCESS = 2;
    private static final int FLAGS = 3;
    private static final int TIME = 4;
    private static final int SOCKET = 5;
    private static final int BEFORE = 6;
    private static final int AFTER = 7;
    private static final int LOCAL_PORT = 8;
    private static final int REMOTE_PORT = 9;
    private static final int FAMILY = 10;
    private static final int PROTOCOL = 11;
    private static final int LOCAL = 12;
    private static final int REMOTE = 13;
    private static final int TRIES = 5;
    private static final long SHORT = 10_000;
    private static final String TCP = "6";
    private static final String AF_INET6 = "10";
    /** 127.0.0.6, which the kernel puts where a socket of IPv6 has no address of IPv4. */
    private static final int INSTEAD_OF_IPV6 = 0x0600007f;

    /** Reads both clocks at one moment, as far as nothing comes between. */
    static TraceLines readNow() {
        long between = Long.MAX_VALUE;
        TraceLines best = null;
        for (int i = 0; i < TRIES && between > SHORT; i++) {
            long before = System.nanoTime();
            Instant now = Instant.now();
            long after = System.nanoTime();
            if (after - before < between) {
                between = after - before;
                best = new TraceLines(now, before + between / 2);
            }
        }
        return best;
    }

    /** Hands on what the line says; another line is skipped. */
    void parse(String line, Consumer<KernelEvent> sink) {
        Matcher matcher = LINE.matcher(line);
        if (matcher.matches()) {
            if (TCP.equals(matcher.group(PROTOCOL))) {
                sink.accept(change(matcher));
            }
        } else if (LOST.matcher(line).matches()) {
            sink.accept(new EventsLost(now.truncatedTo(ChronoUnit.MICROS), EventKind.SOCKET_STATE));
        }
    }

    private SocketStateChanged change(Matcher line) {
        boolean isIpv6 = AF_INET6.equals(line.group(FAMILY));
        int remotePort = Integer.parseInt(line.group(REMOTE_PORT));
        return new SocketStateChanged(
                time(line.group(TIME)),
                Long.parseUnsignedLong(line.group(SOCKET), 16),
                pid(line),
                isIpv6 ? AddressFamily.IPV6 : AddressFamily.IPV4,
                end(isIpv6, line.group(LOCAL), Integer.parseInt(line.group(LOCAL_PORT))),
                remotePort == 0 ? null : end(isIpv6, line.group(REMOTE), remotePort),
                STATES[Integer.parseInt(line.group(BEFORE))],
                STATES[Integer.parseInt(line.group(AFTER))]);
    }

    /** An interrupt, hard or soft, borrows whatever thread runs. */
    private static long pid(Matcher line) {
        String flags = line.group(FLAGS);
        char context = flags.length() > 2 ? flags.charAt(2) : '.';
        if (context != '.') {
            return 0;
        }
        String process = line.group(PROCESS);
        boolean isTold = process != null && process.charAt(0) != '-';
        return Long.parseLong(isTold ? process : line.group(THREAD));
    }

    private Instant time(String seconds) {
        long then = new BigDecimal(seconds).movePointRight(9).longValue();
        return now.minusNanos(nanos - then).truncatedTo(ChronoUnit.MICROS);
    }

    /** Makes an end; the kernel prints an address as the number that its bytes are in this machine's memory. */
    private static Endpoint end(boolean isIpv6, String number, int port) {
        int address = (int) Long.parseLong(number);
        byte[] bytes = {(byte) address, (byte) (address >> 8), (byte) (address >> 16), (byte) (address >> 24)};
        boolean isUnknown = isIpv6 && (address == 0 || address == INSTEAD_OF_IPV6);
        return new Endpoint(Addresses.of(isUnknown ? new byte[16] : bytes, 0), port);
    }
}
