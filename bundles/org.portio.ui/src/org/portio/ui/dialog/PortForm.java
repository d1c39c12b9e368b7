// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.dialog;

import java.util.List;
import org.eclipse.osgi.util.NLS;
import org.osgi.annotation.versioning.ConsumerType;
import org.portio.core.address.AddressParser;
import org.portio.core.address.Addresses;
import org.portio.ui.internal.Messages;

/** The input of a dialog about a port, as it was typed. */
@ConsumerType
public interface PortForm {

    /** Returns the text of the port. */
    String port();

    /** Returns what is wrong as far as it can be seen at once, for the user; empty if nothing is. */
    String problem();

    /** Returns what will happen, for the user, if the form has no problem. */
    String sentence();

    /** Returns what is to be found out, if the form has no problem. */
    PortQuestion question();

    /** Returns the topic of the help on the dialog, see {@link org.portio.ui.HelpTopic}; empty if it has none. */
    default String helpTopic() {
        return "";
    }

    /** Returns what is wrong with a port, with this text as the advice if there is none; empty if nothing is. */
    static String problemOfPort(String text, String noPort) {
        String port = text.strip();
        if (port.isEmpty()) {
            return noPort;
        }
        return port.matches("\\d{1,5}") && isPort(Integer.parseInt(port))
                ? ""
                : NLS.bind(Messages.PortForm_badPort, port);
    }

    private static boolean isPort(int port) {
        return port >= 1 && port <= 65535;
    }

    /** Returns what is wrong with an address, empty for all of them; empty if nothing is. */
    static String problemOfAddress(String text) {
        String address = text.strip();
        if (address.isEmpty() || AddressParser.isLocalhost(address)) {
            return "";
        }
        // A mere number would be an address, too, if one let it.
        boolean isShaped = address.matches("\\d+\\.\\d+\\.\\d+\\.\\d+")
                || address.indexOf(':') >= 0 && address.matches("[0-9A-Fa-f:.]+");
        try {
            if (isShaped) {
                return Addresses.parse(address).isAnyLocalAddress() ? Messages.PortForm_anyAddress : "";
            }
        } catch (IllegalArgumentException _) {
            // Said below.
        }
        return NLS.bind(Messages.PortForm_badAddress, address);
    }

    /** Returns an address without a problem, in the form in which all who write one have it; the first of several. */
    static String canonicalAddress(String text) {
        return canonicalAddresses(text).getFirst();
    }

    /** Returns all that an address without a problem means: {@code localhost} is one of each family. */
    static List<String> canonicalAddresses(String text) {
        String address = text.strip();
        return address.isEmpty()
                ? List.of("")
                : AddressParser.toBind(address).stream()
                        .map(one -> Addresses.format(Addresses.parse(one)))
                        .toList();
    }
}
