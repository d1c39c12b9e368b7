// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal.dialog;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.ui.dialog.PortForm;
import org.portio.ui.dialog.PortQuestion;

/** The input of the dialog Reserve Port, as it was typed. */
public record ReserveForm(
        String port,
        Protocol protocol,
        String address,
        String executable,
        String note,
        HandOver handOver,
        boolean outOfEphemeralRange)
        implements PortForm {

    /** Creates one with the defaults for all the rest. */
    public static ReserveForm of(String port, Protocol protocol, String executable) {
        return new ReserveForm(port, protocol, "", executable, "", HandOver.AUTO, false);
    }

    /** Returns a form that changes this reservation. */
    public static ReserveForm of(Reservation reservation) {
        PortKey key = reservation.key();
        return new ReserveForm(
                String.valueOf(key.port()),
                key.protocol(),
                key.address(),
                reservation.executable(),
                reservation.note(),
                reservation.handOver(),
                reservation.outOfEphemeralRange());
    }

    /** Returns the same with a hand-over that its protocol has. */
    ReserveForm fitted() {
        HandOver fitting = whyNot(handOver, protocol).isEmpty() ? handOver : HandOver.AUTO;
        return new ReserveForm(port, protocol, address, executable, note, fitting, outOfEphemeralRange);
    }

    /** Returns why a port cannot be handed over so; empty if it can. */
    static String whyNot(HandOver way, Protocol protocol) {
        boolean tcpOnly = way == HandOver.DESCRIPTOR || way == HandOver.LATCH;
        return tcpOnly && protocol != Protocol.TCP ? Messages.tcpOnly : "";
    }

    @Override
    public String problem() {
        String ofPort = PortForm.problemOfPort(port, Messages.ReserveForm_noPort);
        if (!ofPort.isEmpty()) {
            return ofPort;
        }
        String ofAddress = PortForm.problemOfAddress(address);
        if (!ofAddress.isEmpty()) {
            return ofAddress;
        }
        return executable.isBlank() || isAbsolute(executable.strip()) ? "" : Messages.ReserveForm_badExecutable;
    }

    /**
     * Returns whether the path is absolute on any system: on Windows it begins with a drive, or with two backslashes.
     */
    private static boolean isAbsolute(String path) {
        return path.startsWith("/") || path.startsWith("\\\\") || path.matches("[A-Za-z]:\\\\.*");
    }

    @Override
    public String helpTopic() {
        return "org.portio.reservation.ui.reservePort";
    }

    @Override
    public String sentence() {
        String all = NLS.bind(Messages.ReserveForm_onAll, new PortKey(number(), protocol, ""));
        String keys = keys().map(PortKey::toString).collect(Collectors.joining(", "));
        return NLS.bind(Messages.ReserveForm_sentence, key().address().isEmpty() ? all : keys);
    }

    @Override
    public PortQuestion question() {
        return new PortQuestion(number(), protocol, key().address(), executable.strip());
    }

    /** Returns the reservations of a form without a problem, one for each address. */
    public List<Reservation> reservations(Instant since) {
        return keys().map(key ->
                        new Reservation(key, executable.strip(), note.strip(), handOver, outOfEphemeralRange, since))
                .toList();
    }

    private PortKey key() {
        return keys().findFirst().orElseThrow();
    }

    private Stream<PortKey> keys() {
        return PortForm.canonicalAddresses(address).stream().map(one -> new PortKey(number(), protocol, one));
    }

    private int number() {
        return Integer.parseInt(port.strip());
    }
}
