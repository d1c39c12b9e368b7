// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.login;

import java.nio.file.Path;
import java.util.Map;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.Places;
import org.portio.core.system.User;
import org.portio.keeper.KeeperException;

/**
 * Windows: a scheduled task that runs when this user logs on. It is described by a file: what the options of schtasks make
 * runs for three days at most, not on batteries, and at the logon of anybody, which needs an administrator.
 */
public final class LogonTask implements AtLogin {

    private static final String NAME = "PortIO Keeper";

    private final Map<String, String> environment;
    private final Path program;
    private final Path description;
    private final SystemCommands commands;

    public LogonTask(Map<String, String> environment, Path program, Places places, CommandRunner runner) {
        this.environment = environment;
        this.program = program;
        this.description = places.state().resolve("keeper-task.xml");
        this.commands = new SystemCommands(runner);
    }

    @Override
    public String install() throws KeeperException {
        SystemCommands.write(description, text());
        try {
            commands.require(
                    "the task scheduler did not accept the keeper",
                    "schtasks",
                    "/Create",
                    "/F",
                    "/TN",
                    NAME,
                    "/XML",
                    description.toString());
        } finally {
            SystemCommands.delete(description);
        }
        commands.require("the keeper is set up, but did not start", "schtasks", "/Run", "/TN", NAME);
        return "The keeper starts when you log on (task '" + NAME + "')";
    }

    @Override
    public boolean uninstall() throws KeeperException {
        if (!isInstalled()) {
            return false;
        }
        // Fails if it does not run.
        commands.run("schtasks", "/End", "/TN", NAME);
        commands.require("the task cannot be removed", "schtasks", "/Delete", "/F", "/TN", NAME);
        return true;
    }

    @Override
    public boolean isInstalled() {
        return SystemCommands.succeeded(commands.run("schtasks", "/Query", "/TN", NAME));
    }

    private String text() throws KeeperException {
        String user = environment.getOrDefault("USERDOMAIN", ".") + "\\"
                + environment.getOrDefault("USERNAME", User.ofSystem().name());
        return """
                <?xml version="1.0"?>
                <Task version="1.2" xmlns="http://schemas.microsoft.com/windows/2004/02/mit/task">
                  <Triggers>
                    <LogonTrigger><UserId>%1$s</UserId></LogonTrigger>
                  </Triggers>
                  <Principals>
                    <Principal id="user">
                      <UserId>%1$s</UserId>
                      <LogonType>InteractiveToken</LogonType>
                      <RunLevel>LeastPrivilege</RunLevel>
                    </Principal>
                  </Principals>
                  <Settings>
                    <DisallowStartIfOnBatteries>false</DisallowStartIfOnBatteries>
                    <StopIfGoingOnBatteries>false</StopIfGoingOnBatteries>
                    <ExecutionTimeLimit>PT0S</ExecutionTimeLimit>
                    <RestartOnFailure><Interval>PT1M</Interval><Count>3</Count></RestartOnFailure>
                  </Settings>
                  <Actions Context="user">
                    <Exec><Command>%2$s</Command><Arguments>keeper serve</Arguments></Exec>
                  </Actions>
                </Task>
                """.formatted(SystemCommands.xml(user), SystemCommands.xml("\"" + program + "\""));
    }
}
