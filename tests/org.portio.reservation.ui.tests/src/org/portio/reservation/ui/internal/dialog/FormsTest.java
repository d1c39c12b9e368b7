// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.Protocol;
import org.portio.core.address.AddressParser;
import org.portio.reservation.HandOver;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;

/** Tests of what is entered in the dialogs: what is wrong with it, and what becomes of it. */
class FormsTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "8080-8090", "http", "99999999999", "80 80"})
    void whatIsNoPortIsSaid(String port) {
        assertTrue(reserve(port, "", "").problem().contains("“" + port + "” is not a valid port"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost.example", "8080", "127.0.0", "300.1.1.1", "1:2:3", "fe80::1%eth0", "::1::"})
    void whatIsNoAddressIsSaid(String address) {
        assertTrue(reserve("80", address, "").problem().contains("“" + address + "” is not an IP address"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::", "0:0::0"})
    void theWordForAllAddressesIsNone(String address) {
        assertTrue(reserve("80", address, "").problem().startsWith("Leave the address empty"));
    }

    @ParameterizedTest
    @CsvSource({"' 127.0.0.1 ',127.0.0.1", "0:0:0:0:0:0:0:1,::1", "2001:DB8::1,2001:db8::1", "'',''"})
    void anAddressIsTakenInTheFormThatAllOthersHave(String entered, String address) {
        assertEquals("", reserve("80", entered, "").problem());
        assertEquals(
                address,
                reserve("80", entered, "")
                        .reservations(Instant.EPOCH)
                        .getFirst()
                        .key()
                        .address());
    }

    @Test
    void localhostIsReservedInEachFamily() {
        ReserveForm form = reserve("80", " localhost ", "");
        assertEquals("", form.problem());
        assertEquals(
                AddressParser.toBind("localhost"),
                form.reservations(Instant.EPOCH).stream()
                        .map(one -> one.key().address())
                        .toList());
        assertTrue(form.sentence().contains("TCP 80 on 127.0.0.1"), form.sentence());
    }

    @Test
    void anExecutableIsAFullPathOfAnySystem() {
        assertTrue(reserve("80", "", "nginx").problem().contains("full path"));
        assertEquals("", reserve("80", "", "/usr/sbin/nginx").problem());
        assertEquals("", reserve("80", "", "C:\\app.exe").problem());
    }

    @Test
    void aReservationIsAsEntered() {
        ReserveForm form = new ReserveForm(" 8080 ", Protocol.TCP, "", " /bin/app ", " mine ", HandOver.LATCH, true);
        assertEquals(
                new Reservation(
                        PortKey.of(8080, Protocol.TCP), "/bin/app", "mine", HandOver.LATCH, true, Instant.EPOCH),
                form.reservations(Instant.EPOCH).getFirst());
        assertTrue(form.sentence().contains("TCP 8080 on all addresses"), form.sentence());
    }

    @Test
    void udpIsHandedOverByAnyOrByRelease() {
        Set<HandOver> offered = EnumSet.allOf(HandOver.class).stream()
                .filter(way -> ReserveForm.whyNot(way, Protocol.UDP).isEmpty())
                .collect(Collectors.toSet());
        assertEquals(EnumSet.of(HandOver.AUTO, HandOver.ANY, HandOver.RELEASE), offered);
        ReserveForm latch = new ReserveForm("53", Protocol.UDP, "", "", "", HandOver.LATCH, false);
        assertEquals(HandOver.AUTO, latch.fitted().handOver());
    }

    private static ReserveForm reserve(String port, String address, String executable) {
        return new ReserveForm(port, Protocol.TCP, address, executable, "", HandOver.AUTO, false);
    }
}
