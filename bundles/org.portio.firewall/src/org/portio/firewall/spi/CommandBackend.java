// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.spi;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.CommandRunner.Result;
import org.portio.firewall.Availability;
import org.portio.firewall.Availability.Status;
import org.portio.firewall.Capability;
import org.portio.firewall.internal.system.NoProgramException;
import org.portio.firewall.internal.system.Rights;

/** A backend that asks and changes the system's firewall through programs. */
@ConsumerType
public abstract class CommandBackend implements FirewallBackend {

    public final PlanRunner commands;

    private final String name;
    private final CommandRunner runner;
    private final Duration limit;
    private final Set<Capability> capabilities;

    /**
     * Creates one over these programs.
     *
     * @param limit how long a program may take
     */
    public CommandBackend(String name, CommandRunner runner, Duration limit, Capability... capabilities) {
        this.name = name;
        this.runner = runner;
        this.limit = limit;
        Set<Capability> all = EnumSet.noneOf(Capability.class);
        Collections.addAll(all, capabilities);
        this.capabilities = Collections.unmodifiableSet(all);
        commands = new PlanRunner(runner, limit, result -> isDenied(result) ? Kind.PERMISSION : Kind.FAILED);
    }

    @Override
    public final String name() {
        return name;
    }

    @Override
    public boolean isAutomatic() {
        return true;
    }

    @Override
    public final Set<Capability> capabilities() {
        return capabilities;
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
