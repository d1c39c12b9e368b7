// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.login;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.CommandRunner.Result;
import org.portio.core.system.User;
import org.portio.keeper.KeeperException;

/** Linux: a unit of the user's own systemd. */
public final class SystemdUnit implements AtLogin {

    private static final String UNIT = "portio-keeper.service";

    private final Map<String, String> environment;
    private final Path program;
    private final SystemCommands commands;
    private final Path file;

    public SystemdUnit(Path home, Map<String, String> environment, Path program, CommandRunner runner) {
        this.environment = environment;
        this.program = program;
        this.commands = new SystemCommands(runner);
        String config = environment.getOrDefault("XDG_CONFIG_HOME", "");
        this.file = (config.startsWith("/") ? Path.of(config) : home.resolve(".config"))
                .resolve("systemd/user")
                .resolve(UNIT);
    }

    @Override
    public String install() throws KeeperException {
        Result answer = systemctl("show-environment");
        if (!SystemCommands.succeeded(answer)) {
            throw new KeeperException(
                    "no systemd user instance answers here (" + SystemCommands.said(answer) + ")",
                    "have your session start '" + program + " keeper serve' when you log in");
        }
        SystemCommands.write(file, text());
        try {
            require("daemon-reload");
            require("enable", "--now", UNIT);
        } catch (KeeperException e) {
            SystemCommands.delete(file);
            systemctl("daemon-reload");
            throw e;
        }
        return "The keeper starts when you log in (" + file + ")" + hint();
    }

    /** Returns a hint: without lingering, the user's systemd begins with the first session and ends with the last. */
    private String hint() {
        Result lingers = commands.run("loginctl", "show-user", "--property=Linger", "--value", user());
        return "yes".equals(lingers.out().strip())
                ? ""
                : "\nTo start it at boot and keep it running after you log out: loginctl enable-linger";
    }

    private String user() {
        return environment.getOrDefault("USER", User.ofSystem().name());
    }

    @Override
    public boolean uninstall() throws KeeperException {
        if (!isInstalled()) {
            return false;
        }
        require("disable", "--now", UNIT);
        SystemCommands.delete(file);
        require("daemon-reload");
        return true;
    }

    @Override
    public boolean isInstalled() {
        return Files.exists(file);
    }

    private Result systemctl(String verb) {
        return commands.run("systemctl", "--user", verb);
    }

    private void require(String... words) throws KeeperException {
        String[] command = new String[words.length + 2];
        command[0] = "systemctl";
        command[1] = "--user";
        System.arraycopy(words, 0, command, 2, words.length);
        commands.require("systemd did not accept the keeper", command);
    }

    /** The colon keeps systemd from taking a dollar sign for a variable. 143 is how a JVM ends on TERM. */
    private String text() throws KeeperException {
        StringBuilder variables = new StringBuilder();
        for (Map.Entry<String, String> variable :
                SystemCommands.ofPlaces(environment).entrySet()) {
            variables
                    .append("Environment=")
                    .append(quoted(variable.getKey() + "=" + variable.getValue()))
                    .append('\n');
        }
        return """
                [Unit]
                Description=PortIO keeper: holds reserved ports

                [Service]
                %sExecStart=:%s keeper serve
                Restart=on-failure
                SuccessExitStatus=143

                [Install]
                WantedBy=default.target
                """.formatted(variables, quoted(program.toString()));
    }

    /** Quotes as in systemd.syntax(7); a percent sign would be a specifier. */
    private static String quoted(String text) throws KeeperException {
        return '"'
                + SystemCommands.oneLine(text)
                        .replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("%", "%%")
                + '"';
    }
}
