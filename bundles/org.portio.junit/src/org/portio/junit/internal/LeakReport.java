// SPDX-License-Identifier: EPL-2.0
package org.portio.junit.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.portio.core.Connection;
import org.portio.core.ProcessInfo;
import org.portio.core.Protocol;
import org.portio.core.address.Addresses;
import org.portio.core.address.Endpoint;
import org.portio.junit.internal.Openings.Opening;

/** Says what a test has left open, and by whom. */
final class LeakReport {

    private static final int LONGEST = 200;

    /** The place where a leak was opened, as something with a stack that development environments show. */
    private static final class Opened extends Exception {

        private static final long serialVersionUID = 1L;

        Opened(Opening opening) {
            super(opening.protocol() + " was opened here", null, false, true);
            setStackTrace(opening.stack().toArray(new StackTraceElement[0]));
        }
    }

    private final String what;
    private final List<Connection> leaks;
    private final List<Opening> openings;

    /**
     * @param what the words for the test or class
     * @param openings what this process has opened meanwhile
     */
    LeakReport(String what, Collection<Connection> leaks, List<Opening> openings) {
        this.what = what;
        this.leaks =
                leaks.stream().sorted(Comparator.comparing(Connection::local)).toList();
        List<Protocol> own = this.leaks.stream()
                .filter(LeakReport::isOwn)
                .map(Connection::protocol)
                .toList();
        this.openings =
                openings.stream().filter(one -> own.contains(one.protocol())).toList();
    }

    AssertionError failure() {
        AssertionError failure = new AssertionError(message());
        openings.forEach(opening -> failure.addSuppressed(new Opened(opening)));
        return failure;
    }

    private String message() {
        return what + " leaves " + (leaks.size() == 1 ? "a port" : leaks.size() + " ports") + " open: "
                + leaks.stream().map(this::describe).collect(Collectors.joining("; "));
    }

    private String describe(Connection leak) {
        Endpoint local = leak.local();
        // Java's sockets for both families have IPv4 addresses in their own way.
        String socket = leak.protocol() + " " + new Endpoint(Addresses.unmapped(local.address()), local.port());
        if (!isOwn(leak)) {
            ProcessInfo owner = leak.owners().getFirst();
            String command = owner.commandLine().isEmpty() ? owner.name() : owner.commandLine();
            return socket + " of " + owner.name() + " (PID " + owner.pid() + "): " + shortened(command);
        }
        List<String> places = openings.stream()
                .filter(one -> one.protocol() == leak.protocol())
                .map(one -> one.place().toString())
                .distinct()
                .toList();
        String own = socket + " of this process";
        return switch (places.size()) {
            case 0 -> own;
            case 1 -> own + ", opened at " + places.getFirst();
            default -> own + ", opened at one of " + String.join(", ", places);
        };
    }

    private static String shortened(String command) {
        return command.length() <= LONGEST ? command : command.substring(0, LONGEST) + "...";
    }

    private static boolean isOwn(Connection leak) {
        long self = ProcessHandle.current().pid();
        return leak.owners().stream().anyMatch(owner -> owner.pid() == self);
    }
}
