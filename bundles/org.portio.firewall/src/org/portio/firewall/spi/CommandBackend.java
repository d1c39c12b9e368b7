// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.spi;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.osgi.annotation.versioning.ConsumerType;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.CommandRunner.Result;
import org.portio.firewall.Availability;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.Capability;
import org.portio.firewall.internal.system.NoProgramException;
import org.portio.firewall.internal.system.Rights;

/** A backend that also asks programs whether the system's firewall can be used. */
@ConsumerType
public abstract class CommandBackend extends PlannedBackend {

    private final CommandRunner runner;
    private final Duration limit;

    /**
     * Creates one over these programs.
     *
     * @param limit how long a program may take
     */
    public CommandBackend(String name, CommandRunner runner, Duration limit, Capability... capabilities) {
        super(name, runner, limit, capabilities);
        this.runner = runner;
        this.limit = limit;
    }

    @Override
    public boolean isAutomatic() {
        return true;
    }

    @Override
    public final Availability availability() {
        try {
            return probe();
        } catch (IOException e) {
            return unusable(e);
        }
    }

    /** Asks the programs whether they work; fails if one is missing. */
    public abstract Availability probe() throws IOException;

    /** Returns what to say if {@link #probe} failed. */
    public abstract Availability unusable(IOException failure);

    /** Returns whether this failure of a program is for lack of rights. */
    public abstract boolean isDenied(Result failed);

    @Override
    final Kind kindOf(Result failed) {
        return isDenied(failed) ? Kind.PERMISSION : Kind.FAILED;
    }

    /** Runs a program, whatever its exit code. */
    public final Result ask(String... command) throws IOException {
        return runner.run(List.of(command), "", limit);
    }

    /**
     * Returns the remedy for a program that could not be run: how to install it if it is missing; otherwise, what was
     * wrong.
     */
    public static Availability notRun(IOException failure, String debianPackage) {
        String install = failure instanceof NoProgramException ? "Debian: " + Rights.install(debianPackage) : "";
        return new Availability(Status.ABSENT, failure.getMessage(), install);
    }
}
