// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.OperatingSystem;
import org.portio.core.system.Places;
import org.portio.keeper.internal.login.AtLogin;
import org.portio.keeper.internal.login.LaunchAgent;
import org.portio.keeper.internal.login.LogonTask;
import org.portio.keeper.internal.login.SystemdUnit;

/** Makes the system start the keeper when the user logs in, so that reservations are back after a restart of the machine. */
public final class KeeperInstallation {

    private final AtLogin atLogin;

    /**
     * Creates one for a system of this name.
     *
     * @param home of the user
     * @param environment of the user, of which the keeper gets what decides where PortIO keeps its files
     * @param program PortIO's command line
     */
    public KeeperInstallation(
            String osName,
            Path home,
            Map<String, String> environment,
            Path program,
            Places places,
            CommandRunner runner) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            atLogin = new LogonTask(environment, program, places, runner);
        } else if (os.startsWith("mac")) {
            atLogin = new LaunchAgent(home, environment, program, places, runner);
        } else {
            atLogin = new SystemdUnit(home, environment, program, runner);
        }
    }

    /** Returns that of the user who runs this. */
    public static KeeperInstallation ofSystem(Path program, Places places) {
        return new KeeperInstallation(
                OperatingSystem.name(),
                Path.of(System.getProperty("user.home")),
                System.getenv(),
                program.toAbsolutePath(),
                places,
                CommandRunner.ofSystem());
    }

    /**
     * Sets it up and starts a keeper now. One that already runs stays, and the system starts the next.
     *
     * @return what there is to tell the user: one sentence for each line
     */
    public String install() throws KeeperException {
        return atLogin.install();
    }

    /** Undoes it, and ends the keeper that the system has started; false if it was not set up. */
    public boolean uninstall() throws KeeperException {
        return atLogin.uninstall();
    }

    public boolean isInstalled() throws KeeperException {
        return atLogin.isInstalled();
    }
}
