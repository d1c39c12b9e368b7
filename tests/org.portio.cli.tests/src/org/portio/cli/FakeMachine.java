// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.util.List;
import org.portio.cli.command.Services;
import org.portio.core.port.ServiceNames;
import org.portio.core.system.User;
import org.portio.record.HistoryTail;

/** Services that are the same in every test. */
abstract class FakeMachine implements Services {

    @Override
    public void prepareMonitor() {
        // Made-up sockets need no preparation.
    }

    @Override
    public ServiceNames serviceNames() {
        return ServiceNames.parse(List.of("ssh 22/tcp", "domain 53/udp"));
    }

    @Override
    public HistoryTail historyTail() {
        throw new UnsupportedOperationException("a tail follows a folder");
    }

    @Override
    public User user() {
        return new User("1000", "ann");
    }

    @Override
    public boolean knowsNamespace(String name) {
        return name.equals("empty");
    }

    @Override
    public String program() {
        return "portio";
    }
}
