// SPDX-License-Identifier: EPL-2.0
package org.portio.ui.table;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.ui.internal.Messages;

/** Addresses as the views show them. */
public final class AddressText {

    private static final String ALL = "::";

    private AddressText() {}

    /** Returns the address itself; if it is empty, the word for all of them. */
    static String of(String address) {
        return address.isEmpty() ? Messages.AddressText_all : address;
    }

    /** Returns a column of such addresses. */
    public static <T> Column<T> column(Function<T, String> address, ToIntFunction<T> port) {
        return Column.address(
                "address",
                Messages.AddressText_title,
                row -> of(address.apply(row)),
                row -> end(address.apply(row), port.applyAsInt(row)),
                List.of(Messages.AddressText_all));
    }

    /** Returns the address with its port, as the filter and the order want it; null if it is not one that is known. */
    private static Endpoint end(String address, int port) {
        try {
            return new Endpoint(Addresses.parse(address.isEmpty() ? ALL : address), port);
        } catch (IllegalArgumentException _) {
            return null;
        }
    }
}
