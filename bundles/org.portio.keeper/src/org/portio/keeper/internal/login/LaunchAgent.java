// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.login;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.CommandRunner.Result;
import org.portio.core.system.Places;
import org.portio.keeper.KeeperException;
import org.portio.keeper.internal.runtime.KeeperLog;

/** macOS: an agent that launchd starts in the user's session. */
public final class LaunchAgent implements AtLogin {

    private static final String LABEL = "org.portio.keeper";

    private final Map<String, String> environment;
    private final Path program;
    private final Path log;
    private final SystemCommands commands;
    private final Path file;

    public LaunchAgent(Path home, Map<String, String> environment, Path program, Places places, CommandRunner runner) {
        this.environment = environment;
        this.program = program;
        this.log = KeeperLog.file(places);
        this.commands = new SystemCommands(runner);
        this.file = home.resolve("Library/LaunchAgents").resolve(LABEL + ".plist");
    }

    @Override
    public String install() throws KeeperException {
        String domain = domain();
        SystemCommands.write(file, text());
        // One of an earlier installation; if there is none, this fails.
        commands.run("launchctl", "bootout", domain + "/" + LABEL);
        try {
            commands.require("launchd did not accept the keeper", "launchctl", "bootstrap", domain, file.toString());
        } catch (KeeperException e) {
            SystemCommands.delete(file);
            throw e;
        }
        return "The keeper starts when you log in (" + file + ")";
    }

    @Override
    public boolean uninstall() throws KeeperException {
        if (!isInstalled()) {
            return false;
        }
        // Fails if it is not loaded, as in a session without a screen; the file is what counts.
        commands.run("launchctl", "bootout", domain() + "/" + LABEL);
        SystemCommands.delete(file);
        return true;
    }

    @Override
    public boolean isInstalled() {
        return Files.exists(file);
    }

    /** Asks the system: launchd wants the number, and Java knows only the name here. */
    private String domain() throws KeeperException {
        Result id = commands.run("id", "-u");
        if (!SystemCommands.succeeded(id)) {
            throw new KeeperException("this user's ID is unknown: " + SystemCommands.said(id));
        }
        return "gui/" + id.out().strip();
    }

    private String text() throws KeeperException {
        StringBuilder variables = new StringBuilder();
        for (Map.Entry<String, String> variable :
                SystemCommands.ofPlaces(environment).entrySet()) {
            variables.append("    <key>%s</key><string>%s</string>\n"
                    .formatted(variable.getKey(), SystemCommands.xml(variable.getValue())));
        }
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
                <plist version="1.0">
                <dict>
                  <key>Label</key><string>%s</string>
                  <key>ProgramArguments</key>
                  <array><string>%s</string><string>keeper</string><string>serve</string></array>
                  <key>EnvironmentVariables</key>
                  <dict>
                %s  </dict>
                  <key>RunAtLoad</key><true/>
                  <key>KeepAlive</key>
                  <dict><key>SuccessfulExit</key><false/></dict>
                  <key>StandardErrorPath</key><string>%s</string>
                </dict>
                </plist>
                """.formatted(
                        LABEL, SystemCommands.xml(program.toString()), variables, SystemCommands.xml(log.toString()));
    }
}
