// SPDX-License-Identifier: EPL-2.0
package org.portio.cli.command;

import java.net.InetAddress;
import org.portio.core.address.AddressParser;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.TypeConversionException;

/** Reads an address from an argument. */
public final class AddressConverter {

    private static final String ALL = "*";

    private AddressConverter() {}

    /** Returns the option of a command that looks at a port on one address. */
    public static OptionSpec.Builder option(String description) {
        return Argument.option(
                "--address",
                String.class,
                AddressConverter::checked,
                "ADDRESS",
                description + " For example 127.0.0.1 or ::1; localhost means both, * means all.");
    }

    /** Returns the text itself, which {@link AddressParser} can read. */
    static String checked(String text) {
        try {
            AddressParser.parse(text, 0);
            return text;
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }

    /**
     * Returns the shortest text of an address: {@code ::1} also from {@code [0:0::1]}. Empty for all addresses of both families,
     * which is {@code *}, as netstat has it, or {@code ::}, as a dual-stack socket is bound. What means several addresses stays
     * as it is: {@link AddressParser#toBind} tells which ones.
     */
    public static String canonical(String text) {
        if (AddressParser.isLocalhost(text)) {
            return text;
        }
        InetAddress address = text.equals(ALL) ? null : single(text);
        boolean all = address == null || address.isAnyLocalAddress() && address.getAddress().length > 4;
        return all ? "" : Addresses.format(address);
    }

    private static InetAddress single(String text) {
        checked(text);
        Endpoint meant = AddressParser.parse(text, 0).getFirst();
        if (!meant.netInterface().isNone()) {
            throw new TypeConversionException(
                    "'" + text + "' names a network interface, but this command takes only addresses");
        }
        return meant.address();
    }
}
