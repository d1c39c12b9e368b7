// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.portio.core.Protocol;
import org.portio.core.address.AddressFamily;
import org.portio.firewall.Outlook;
import org.portio.firewall.Outlook.Answer;
import org.portio.firewall.Traffic;
import org.portio.testing.AtOnce;
import org.portio.testing.Lab;
import org.portio.testing.LabHost;

/** Compares predictions about rules with the fate of packets, from another machine and from the same one. */
public record KernelAnswers(Lab lab, int... ports) {

    /** The limit for an answer that must come, even on a busy machine. */
    private static final Duration LONG = Duration.ofSeconds(10);
    /**
     * The limit for an answer that must not come: a thousand times the usual time; a dropped packet takes all of it.
     */
    private static final Duration SHORT = Duration.ofSeconds(1);

    /** A statement about connections that packets can prove or disprove. */
    private record Claim(Answer answer, LabHost from, String address, int port) {

        /** A connection of which only the first packet gets through is of no use. */
        boolean connects() {
            try (Socket socket = from.open(address, port, answer == Answer.OPEN ? LONG : SHORT)) {
                return LabHost.echoes(socket);
            } catch (IOException _) {
                return false;
            }
        }

        @Override
        public String toString() {
            return answer + " from " + from.namespace() + " to " + address + " " + port;
        }
    }

    /** Returns how many answers were more than "unknown". */
    public int assertTrueToKernel(Outlook outlook, String rules) {
        List<Claim> claims = claims(outlook).stream()
                .filter(claim -> claim.answer() != Answer.UNKNOWN)
                .toList();
        List<Boolean> found = AtOnce.ask(claims, Claim::connects);
        for (int i = 0; i < claims.size(); i++) {
            Claim claim = claims.get(i);
            assertEquals(claim.answer() == Answer.OPEN, found.get(i), claim + "\n" + rules);
        }
        return claims.size();
    }

    private List<Claim> claims(Outlook outlook) {
        List<Claim> claims = new ArrayList<>();
        for (AddressFamily family : AddressFamily.values()) {
            boolean ipv4 = family == AddressFamily.IPV4;
            for (int port : ports) {
                Traffic arriving = Traffic.arriving(Protocol.TCP, family, port);
                String address = ipv4 ? lab.server().address() : lab.server().address6();
                claims.add(new Claim(outlook.of(arriving).answer(), lab.client(), address, port));
                Traffic within = Traffic.within(Protocol.TCP, family, port);
                claims.add(new Claim(outlook.of(within).answer(), lab.server(), ipv4 ? "127.0.0.1" : "::1", port));
            }
        }
        return claims;
    }
}
