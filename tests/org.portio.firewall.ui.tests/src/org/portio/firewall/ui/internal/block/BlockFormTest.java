// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.ui.internal.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.portio.core.Protocol;
import org.portio.core.port.PortRange;
import org.portio.firewall.BlockRequest;
import org.portio.firewall.Capability;
import org.portio.firewall.Caution;
import org.portio.firewall.Direction;
import org.portio.firewall.Expiry;
import org.portio.firewall.Verdict;

class BlockFormTest {

    @Test
    void becomesTheRequestThatItSays() {
        BlockForm form = form(" 9000 - 9010 ", Expiry.Kind.AFTER, " 15 ", " /usr/sbin/nginx ", "/web");

        BlockRequest request = form.request();

        assertEquals("", form.problem());
        assertEquals(new PortRange(9000, 9010), request.ports());
        assertEquals(Expiry.after(Duration.ofMinutes(15)), request.expiry());
        assertEquals("/usr/sbin/nginx", request.program());
        assertEquals("/web", request.controlGroup());
    }

    @Test
    void lastsForThirtyMinutesUnlessTheUserDecides() {
        BlockForm form = BlockForm.of("9000", Protocol.TCP, Direction.INBOUND, Verdict.REJECT);
        assertEquals(Expiry.after(Duration.ofMinutes(30)), form.request().expiry());
        assertEquals("portio block 9000 TCP --for 1800s", BlockCommandLine.of(form.request()));
    }

    @Test
    void isReadAsTheCommandThatDoesTheSame() {
        BlockForm form = new BlockForm(
                "9000-9010",
                Protocol.UDP,
                Direction.BOTH,
                Verdict.DROP,
                Expiry.Kind.UNTIL_RESTART,
                "",
                true,
                true,
                "",
                "",
                "it's $(late)");
        assertEquals(
                "portio block 9000-9010 UDP --direction both --drop --loopback --cut --until-restart"
                        + " --reason 'it'\\''s $(late)'",
                BlockCommandLine.of(form.request()));
    }

    @Test
    void saysWhatToBewareOf() {
        BlockRequest request = BlockForm.of("1-65535", Protocol.TCP, Direction.INBOUND, Verdict.REJECT)
                .request();
        assertEquals("This blocks 65535 ports.", CautionText.of(Caution.of(request, null), request));
        assertEquals(
                "sshd listens on port 2222 for remote access: you or somebody else may lose the connection to this"
                        + " machine.",
                CautionText.of(List.of(new Caution(Caution.Kind.REMOTE_ACCESS, 2222, "sshd")), request));
    }

    @ParameterizedTest
    @CsvSource({
        "'', Enter the port to block",
        "http, is not a valid port",
        "0, is not a valid port",
        "65536, is not a valid port",
        "80-, is not a valid port",
        "9010-9000, begins with its higher port"
    })
    void saysWhatIsWrongWithThePorts(String ports, String problem) {
        String found = form(ports, Expiry.Kind.UNTIL_RESTART, "", "", "").problem();
        assertTrue(found.contains(problem), found);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "1.5", "soon", "999999", "99999999999"})
    void minutesAreAWholeNumberOfSomeWhereTheyCount(String minutes) {
        assertTrue(form("80", Expiry.Kind.AFTER, minutes, "", "").problem().contains("minutes"));
        assertEquals("", form("80", Expiry.Kind.UNTIL_RESTART, minutes, "", "").problem());
    }

    @Test
    void programsAndControlGroupsAreFullPaths() {
        assertFalse(
                form("80", Expiry.Kind.UNTIL_RESTART, "", "nginx", "").problem().isEmpty());
        assertFalse(
                form("80", Expiry.Kind.UNTIL_RESTART, "", "", "web").problem().isEmpty());
        assertEquals(
                "",
                form("80", Expiry.Kind.UNTIL_RESTART, "", "C:\\nginx.exe", "").problem());
    }

    @Test
    void offersNothingThatTheBackendCannotDo() {
        Offer bare = new Offer("pf", Set.of(Capability.DROP));
        assertEquals("pf cannot block outbound connections.", bare.whyNot(Direction.BOTH));
        assertEquals("", bare.whyNot(Direction.INBOUND));
        assertEquals("pf cannot reject packets with an answer.", bare.whyNot(Verdict.REJECT));
        assertEquals("pf cannot leave existing connections open.", bare.whyNoChoiceOfExisting());
    }

    @Test
    void whatIsNotOfferedIsReplacedByWhatIs() {
        BlockForm form = new BlockForm(
                        "80",
                        Protocol.UDP,
                        Direction.OUTBOUND,
                        Verdict.REJECT,
                        Expiry.Kind.UNTIL_RESTART,
                        "",
                        true,
                        false,
                        "/p",
                        "/g",
                        "why")
                .within(new Offer("pf", Set.of(Capability.DROP)));

        assertEquals(
                new BlockForm(
                        "80",
                        Protocol.UDP,
                        Direction.INBOUND,
                        Verdict.DROP,
                        Expiry.Kind.UNTIL_RESTART,
                        "",
                        false,
                        true,
                        "",
                        "",
                        "why"),
                form);
    }

    @Test
    void withEverythingOfferedNothingChanges() {
        BlockForm form = form("80", Expiry.Kind.AFTER, "5", "/p", "/g");
        assertEquals(form, form.within(Offer.UNKNOWN));
        assertEquals(form, form.within(new Offer("all", EnumSet.allOf(Capability.class))));
    }

    private static BlockForm form(
            String ports, Expiry.Kind lasts, String minutes, String program, String controlGroup) {
        return new BlockForm(
                ports,
                Protocol.TCP,
                Direction.INBOUND,
                Verdict.REJECT,
                lasts,
                minutes,
                false,
                false,
                program,
                controlGroup,
                "");
    }
}
