// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation.ui.internal.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.AddressParser;
import org.portio.core.Protocol;
import org.portio.reservation.HandOver;
import org.portio.reservation.PortKey;
import org.portio.reservation.Reservation;
import org.portio.server.ServerMode;
import org.portio.server.ServerRequest;

/** What is entered in the dialogs: what is wrong with it, and what becomes of it. */
class FormsTest {

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "8080-8090", "http", "99999999999", "80 80"})
    void whatIsNoPortIsSaid(String port) {
        assertTrue(reserve(port, "", "").problem().contains("“" + port + "” is not a valid port"));
        assertTrue(ServerForm.of(port, Protocol.TCP).problem().contains("“" + port + "” is not a valid port"));
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
    void localhostIsReservedInEachFamilyAndServedOnIpv4() {
        ReserveForm form = reserve("80", " localhost ", "");
        assertEquals("", form.problem());
        assertEquals(
                AddressParser.toBind("localhost"),
                form.reservations(Instant.EPOCH).stream()
                        .map(one -> one.key().address())
                        .toList());
        assertTrue(form.sentence().contains("TCP 80 on 127.0.0.1"), form.sentence());
        ServerForm server = new ServerForm("80", Protocol.TCP, ServerMode.ECHO, "localhost", Lifetime.UNTIL_STOPPED);
        assertEquals("127.0.0.1", server.request().address());
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
    void udpIsHandedOverByReleaseOnly() {
        Set<HandOver> offered = EnumSet.allOf(HandOver.class).stream()
                .filter(way -> ReserveForm.whyNot(way, Protocol.UDP).isEmpty())
                .collect(Collectors.toSet());
        assertEquals(EnumSet.of(HandOver.AUTO, HandOver.RELEASE), offered);
        ReserveForm latch = new ReserveForm("53", Protocol.UDP, "", "", "", HandOver.LATCH, false);
        assertEquals(HandOver.AUTO, latch.fitted().handOver());
    }

    @Test
    void aServerIsOnLoopbackUnlessSaidOtherwise() {
        ServerForm form = ServerForm.of("8080", Protocol.TCP);
        assertEquals(new ServerRequest(8080, Protocol.TCP, ServerMode.ECHO, "127.0.0.1", null), form.request());
        assertTrue(form.sentence().contains("only this machine can reach it"), form.sentence());

        ServerForm open = new ServerForm("8080", Protocol.TCP, ServerMode.HTTP_OK, "", Lifetime.FIVE_MINUTES);
        assertEquals(Duration.ofMinutes(5), open.request().duration());
        assertTrue(open.sentence().contains("other machines can reach it"), open.sentence());
        assertTrue(open.sentence().endsWith("for 5 minutes."), open.sentence());
    }

    @Test
    void aServerHasAModeThatItsProtocolHas() {
        ServerForm http = new ServerForm("53", Protocol.UDP, ServerMode.HTTP_OK, "", Lifetime.ONE_DAY);
        assertEquals(ServerMode.ECHO, http.fitted().mode());
        assertEquals("For TCP only.", ServerForm.whyNot(ServerMode.RESET, Protocol.UDP));
        assertEquals("", ServerForm.whyNot(ServerMode.RESET, Protocol.TCP));
    }

    private static ReserveForm reserve(String port, String address, String executable) {
        return new ReserveForm(port, Protocol.TCP, address, executable, "", HandOver.AUTO, false);
    }
}
