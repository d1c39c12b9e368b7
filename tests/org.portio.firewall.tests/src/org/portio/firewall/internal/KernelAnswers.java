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

/** Compares what is said of rules with what packets find, from another machine and from the same one. */
public record KernelAnswers(Lab lab, int... ports) {

    /** For an answer that must come, on a busy machine, too. */
    private static final Duration LONG = Duration.ofSeconds(10);
    /** For one that must not come: a thousand times what it takes, and all of it is waited for packets that are dropped. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    /** Something that was said of connections, which packets can find to be so or not. */
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

    /** How many answers were more than that it is not known. */
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
