// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.dialog;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Connection;
import org.portio.core.ConnectionException;
import org.portio.core.ConnectionMonitor;
import org.portio.core.Protocol;
import org.portio.core.Snapshot;
import org.portio.core.address.AddressFamily;
import org.portio.core.address.Addresses;
import org.portio.core.port.PortCheck;
import org.portio.core.port.PortCheck.Check;
import org.portio.core.port.PortCheck.Evidence;
import org.portio.core.port.PortProbe;
import org.portio.ui.dialog.PortAnswer.Kind;
import org.portio.ui.internal.Messages;

/**
 * Whether a port could be had at this moment, and who has it if not. It asks the system: not for the UI thread. What it
 * says is for the user alone; whether it is so in the end is up to the keeper.
 */
public final class PortInquiry implements Function<PortQuestion, PortAnswer> {

    private final ConnectionMonitor monitor;
    private final PortProbe probe;
    private final Function<PortQuestion, String> kept;

    /**
     * An inquiry that a dialog makes.
     *
     * @param kept says what comes of a port that the keeper holds already, which is then fine; empty for any other port
     */
    public PortInquiry(ConnectionMonitor monitor, PortProbe probe, Function<PortQuestion, String> kept) {
        this.monitor = monitor;
        this.probe = probe;
        this.kept = kept;
    }

    @Override
    public PortAnswer apply(PortQuestion question) {
        String executable = question.executable();
        if (!executable.isEmpty() && !isProgram(Path.of(executable))) {
            return problem(Messages.PortInquiry_noProgram, executable);
        }
        if (!isLocal(question.address())) {
            return problem(Messages.PortInquiry_notLocal, question.address());
        }
        String told = kept.apply(question);
        return told.isEmpty() ? look(question) : new PortAnswer(Kind.FINE, told);
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }

    /** All of the loopback network is local, though no interface lists it. */
    private static boolean isLocal(String address) {
        if (address.isEmpty()) {
            return true;
        }
        InetAddress parsed = Addresses.parse(address);
        try {
            return parsed.isLoopbackAddress() || NetworkInterface.getByInetAddress(parsed) != null;
        } catch (SocketException _) {
            return true;
        }
    }

    private PortAnswer look(PortQuestion question) {
        try {
            Snapshot snapshot = monitor.snapshot();
            List<Protocol> protocols = List.of(question.protocol());
            PortCheck check = PortCheck.of(question.port(), protocols, snapshot, probe);
            return check.checks().stream()
                    .filter(one -> isMeant(one.family(), question.address()))
                    .map(one -> judge(question, one))
                    .reduce(PortAnswer.FINE, (a, b) -> b.kind().compareTo(a.kind()) > 0 ? b : a);
        } catch (ConnectionException e) {
            return new PortAnswer(Kind.WARNING, NLS.bind(Messages.PortInquiry_unknown, e.getMessage()));
        }
    }

    private static boolean isMeant(AddressFamily family, String address) {
        return address.isEmpty() || address.contains(":") == (family == AddressFamily.IPV6);
    }

    private static PortAnswer judge(PortQuestion question, Check check) {
        if (check.evidence() == Evidence.DENIED) {
            return new PortAnswer(Kind.WARNING, NLS.bind(Messages.PortInquiry_denied, question.portText()));
        }
        if (!check.inUse()) {
            return PortAnswer.FINE;
        }
        if (check.evidence() == Evidence.PROBE) {
            // It may be on another address than the one that is wanted.
            Kind kind = question.address().isEmpty() ? Kind.PROBLEM : Kind.WARNING;
            return new PortAnswer(kind, NLS.bind(Messages.PortInquiry_takenUnseen, question.portText()));
        }
        return check.connections().stream()
                .filter(connection -> isInTheWay(connection, question.address()))
                .findFirst()
                .map(connection -> taken(question, connection))
                .orElse(PortAnswer.FINE);
    }

    private static boolean isInTheWay(Connection connection, String address) {
        InetAddress bound = Addresses.unmapped(connection.local().address());
        return address.isEmpty() || bound.isAnyLocalAddress() || bound.equals(Addresses.parse(address));
    }

    private static PortAnswer taken(PortQuestion question, Connection connection) {
        Object[] holder = {
            question.portText(), connection.local(), connection.processText(), connection.pidText(),
        };
        String text = connection.owners().isEmpty() ? Messages.PortInquiry_takenHidden : Messages.PortInquiry_taken;
        return new PortAnswer(Kind.PROBLEM, NLS.bind(text, holder));
    }

    private static PortAnswer problem(String text, Object what) {
        return new PortAnswer(Kind.PROBLEM, NLS.bind(text, what));
    }
}
