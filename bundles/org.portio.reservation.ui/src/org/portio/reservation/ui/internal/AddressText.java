// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal;

/** Addresses as the views show them. */
final class AddressText {

    private AddressText() {}

    /** The address itself; where it is empty, the word for all of them. */
    static String of(String address) {
        return address.isEmpty() ? Messages.AddressText_all : address;
    }
}
