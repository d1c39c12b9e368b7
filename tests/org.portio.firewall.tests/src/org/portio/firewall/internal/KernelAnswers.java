// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.net.Socket;
import org.portio.core.AddressFamily;
import org.portio.core.Protocol;
import org.portio.firewall.Outlook;
import org.portio.firewall.Outlook.Answer;
import org.portio.firewall.Traffic;
import org.portio.testing.Lab;
import org.portio.testing.LabHost;

/** Compares what is said of rules with what packets find, from another machine and from the same one. */
record KernelAnswers(Lab lab, int... ports) {

    /** How many answers were more than that it is not known. */
    int assertTrueToKernel(Outlook outlook, String rules) {
        int said = 0;
        for (AddressFamily family : AddressFamily.values()) {
            boolean ipv4 = family == AddressFamily.IPV4;
            String address = ipv4 ? lab.server().address() : lab.server().address6();
            for (int port : ports) {
                Answer arriving =
                        outlook.of(Traffic.arriving(Protocol.TCP, family, port)).answer();
                said += check(arriving, lab.client(), address, port, rules);
                Answer within =
                        outlook.of(Traffic.within(Protocol.TCP, family, port)).answer();
                said += check(within, lab.server(), ipv4 ? "127.0.0.1" : "::1", port, rules);
            }
        }
        return said;
    }

    private static int check(Answer answer, LabHost from, String address, int port, String rules) {
        if (answer == Answer.UNKNOWN) {
            return 0;
        }
        String said = answer + " from " + from.namespace() + " to " + address + " " + port + "\n" + rules;
        assertEquals(answer == Answer.OPEN, answers(from, address, port), said);
        return 1;
    }

    /** A connection of which only the first packet gets through is of no use. */
    private static boolean answers(LabHost from, String address, int port) {
        try (Socket socket = from.open(address, port)) {
            return LabHost.echoes(socket);
        } catch (IOException _) {
            return false;
        }
    }
}
