// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.login;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.portio.core.system.CommandRunner;
import org.portio.core.system.CommandRunner.Result;
import org.portio.core.system.User;
import org.portio.keeper.KeeperException;

/**
 * Linux: a unit of the user's own systemd. A package of the system brings one along, which is enabled if it starts this
 * very program; otherwise a file of the user's is written, which systemd prefers.
 */
public final class SystemdUnit implements AtLogin {

    private static final String UNIT = "portio-keeper.service";
    /** The place of units that packages install for all users, below a prefix such as {@code /usr}. */
    private static final Path PACKAGED = Path.of("lib/systemd/user", UNIT);

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
        if (isPackaged() && !Files.exists(file)) {
            require("enable", "--now", UNIT);
            return "The keeper starts when you log in (" + packaged() + ")" + hint();
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

    /** Returns the unit of the package that this program belongs to: the program is in {@code lib/portio} below the same prefix. */
    private Path packaged() {
        Path lib = program.toAbsolutePath().normalize().getParent();
        Path prefix = lib == null || lib.getNameCount() < 2
                ? program.getRoot()
                : lib.getParent().getParent();
        return prefix == null ? PACKAGED : prefix.resolve(PACKAGED);
    }

    /** Returns whether the unit that came with the program does what one of the user's own would. */
    private boolean isPackaged() throws KeeperException {
        try {
            return Files.isRegularFile(packaged())
                    && Files.readString(packaged()).equals(text());
        } catch (IOException _) {
            return false;
        }
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
        if (Files.exists(file)) {
            SystemCommands.delete(file);
            require("daemon-reload");
        }
        return true;
    }

    @Override
    public boolean isInstalled() throws KeeperException {
        return Files.exists(file) || isPackaged() && SystemCommands.succeeded(systemctl("is-enabled", UNIT));
    }

    private Result systemctl(String... words) {
        return commands.run(command(words));
    }

    private void require(String... words) throws KeeperException {
        commands.require("systemd did not accept the keeper", command(words));
    }

    private static String[] command(String... words) {
        return Stream.concat(Stream.of("systemctl", "--user"), Stream.of(words)).toArray(String[]::new);
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
