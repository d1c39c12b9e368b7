// SPDX-License-Identifier: EPL-2.0
package org.portio.server.ui.internal.dialog;

import org.eclipse.osgi.util.NLS;
import org.portio.core.Protocol;
import org.portio.core.address.Addresses;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;
import org.portio.ui.dialog.PortForm;
import org.portio.ui.dialog.PortQuestion;

/** The input of the dialog Start Server, as it was typed. */
public record ServerForm(String port, Protocol protocol, ServerMode mode, String address, Lifetime lifetime)
        implements PortForm {

    /** Creates one with the defaults for all the rest. */
    public static ServerForm of(String port, Protocol protocol) {
        return new ServerForm(port, protocol, ServerMode.ECHO, ServerRequest.LOOPBACK, Lifetime.UNTIL_STOPPED);
    }

    /** Returns the same with a mode that its protocol has. */
    ServerForm fitted() {
        ServerMode fitting = mode.supports(protocol) ? mode : ServerMode.ECHO;
        return new ServerForm(port, protocol, fitting, address, lifetime);
    }

    /** Returns why a server cannot be of this mode; empty if it can. */
    static String whyNot(ServerMode mode, Protocol protocol) {
        return mode.supports(protocol) ? "" : Messages.tcpOnly;
    }

    @Override
    public String problem() {
        String ofPort = PortForm.problemOfPort(port, Messages.ServerForm_noPort);
        return ofPort.isEmpty() ? PortForm.problemOfAddress(address) : ofPort;
    }

    @Override
    public String helpTopic() {
        return "org.portio.reservation.ui.startServer";
    }

    @Override
    public String sentence() {
        String canonical = PortForm.canonicalAddress(address);
        boolean isForAll = canonical.isEmpty() || !Addresses.parse(canonical).isLoopbackAddress();
        String reach = isForAll ? Messages.ServerForm_reachedByAll : Messages.ServerForm_reachedFromHere;
        return NLS.bind(Messages.ServerForm_sentence, new Object[] {whatItDoes(), reach, lifetime.label()});
    }

    private String whatItDoes() {
        return switch (mode) {
            case ECHO -> Messages.ServerForm_echo;
            case DISCARD -> Messages.ServerForm_discard;
            case HTTP_OK -> Messages.ServerForm_httpOk;
            case RESET -> Messages.ServerForm_reset;
            case BLACKHOLE -> Messages.ServerForm_blackhole;
        };
    }

    @Override
    public PortQuestion question() {
        return new PortQuestion(number(), protocol, PortForm.canonicalAddress(address), "");
    }

    /** Returns the request of a form without a problem. */
    public ServerRequest request() {
        return new ServerRequest(number(), protocol, mode, PortForm.canonicalAddress(address), lifetime.duration());
    }

    private int number() {
        return Integer.parseInt(port.strip());
    }
}
