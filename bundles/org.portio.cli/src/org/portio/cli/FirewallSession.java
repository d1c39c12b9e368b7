// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.util.List;
import java.util.stream.Collectors;
import org.portio.firewall.FirewallBackend;
import org.portio.firewall.FirewallException;

/** One run of a command over the firewall, with what goes wrong in it. */
record FirewallSession(FirewallCommand command) {

    ExitCode run() {
        checkBackend();
        try {
            return command.run(command.services().firewall(command.backend()));
        } catch (FirewallException e) {
            throw failure(e);
        }
    }

    private void checkBackend() {
        String chosen = command.backend();
        List<FirewallBackend> known =
                chosen == null ? List.of() : command.services().firewallBackends();
        if (chosen != null && known.stream().noneMatch(backend -> backend.name().equals(chosen))) {
            String names = known.stream().map(FirewallBackend::name).collect(Collectors.joining(", "));
            throw command.wrongUsage("there is no backend '" + chosen + "' here; there are " + names);
        }
    }

    private CommandFailure failure(FirewallException failure) {
        return switch (failure.kind()) {
            case PERMISSION ->
                new CommandFailure(ExitCode.PERMISSION, failure.getMessage() + "; " + withPrivileges(), failure);
            case REFUSED -> new CommandFailure(ExitCode.CONFLICT, forceable(failure.getMessage()), failure);
            case UNSUPPORTED, FAILED -> new CommandFailure(ExitCode.CONFLICT, failure.getMessage(), failure);
        };
    }

    private static String forceable(String message) {
        return message.contains("--force") ? message : message + "; --force does it all the same";
    }

    /** The same command again, with all that is needed. */
    private String withPrivileges() {
        List<String> arguments =
                command.spec().root().commandLine().getParseResult().originalArgs();
        String again = command.services().program() + " " + Shell.line(arguments);
        return System.getProperty("os.name").startsWith("Windows")
                ? "run it in a terminal that was started as administrator: " + again
                : "run: sudo " + again;
    }
}
