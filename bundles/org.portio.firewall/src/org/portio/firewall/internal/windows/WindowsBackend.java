// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.windows;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.CommandRunner.Result;
import org.portio.firewall.Availability;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.Capability;
import org.portio.firewall.Verdict;
import org.portio.firewall.spi.CommandBackend;
import org.portio.firewall.spi.Terms;

/** A backend of the Windows firewall, which does not answer what it blocks, and leaves loopback alone. */
abstract class WindowsBackend extends CommandBackend {

    /** The Windows firewall answers nothing, and leaves connections within the machine alone. */
    static final Terms DROPS = new Terms(Verdict.DROP, false, false, null);

    private static final List<Capability> COMMON = List.of(
            Capability.OUTBOUND,
            Capability.DROP,
            Capability.SPARE_EXISTING,
            Capability.PER_PROGRAM,
            Capability.PERSISTENT);

    private final String osName;
    private final String program;

    /**
     * Creates one over this program.
     *
     * @param program what it is called in messages
     * @param more what it can do beyond what all of them can
     */
    WindowsBackend(String name, CommandRunner runner, String osName, String program, Capability... more) {
        super(
                name,
                runner,
                Duration.ofSeconds(60),
                Stream.concat(COMMON.stream(), Stream.of(more)).toArray(Capability[]::new));
        this.osName = osName;
        this.program = program;
    }

    /** Returns a command that changes nothing, and fails if the program does not work. */
    abstract List<String> query();

    @Override
    public final boolean mayHaveRules() {
        return isWindows();
    }

    private boolean isWindows() {
        return osName.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    @Override
    public final Availability probe() throws IOException {
        if (!isWindows()) {
            return new Availability(Status.FOREIGN, program + " is for Windows");
        }
        int exitCode = ask(query().toArray(String[]::new)).exitCode();
        if (exitCode != 0) {
            return new Availability(Status.ABSENT, program + " does not work here: exit code " + exitCode);
        }
        return isElevated()
                ? new Availability(Status.AVAILABLE, "the Windows firewall, through " + program)
                : new Availability(
                        Status.NO_PERMISSION,
                        "the Windows firewall is available",
                        "to change it, start PortIO with \"Run as administrator\"");
    }

    @Override
    public final Availability unusable(IOException failure) {
        return new Availability(Status.ABSENT, program + " cannot be run: " + failure.getMessage());
    }

    /** The reason is in a message of any language; the rights are asked for by another command. */
    @Override
    public final boolean isDenied(Result failed) {
        return !isElevated();
    }

    /** This key can be read by administrators alone; the exit code is the same in every language. */
    private boolean isElevated() {
        try {
            return ask("reg", "query", "HKU\\S-1-5-19").exitCode() == 0;
        } catch (IOException _) {
            return false;
        }
    }
}
