// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.Console;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.portio.cli.command.Services;
import org.portio.core.system.User;
import picocli.CommandLine.Help.Ansi;

/** The services that need none of PortIO's own parts: who runs this, on what terminal. */
abstract class MachineServices implements Services {

    @Override
    public User user() {
        return User.ofSystem();
    }

    @Override
    public boolean knowsNamespace(String name) {
        return !name.contains("/") && Files.exists(Path.of("/run/netns").resolve(name));
    }

    @Override
    public String program() {
        return Launcher.typed(Launcher.ofSystem());
    }

    @Override
    public boolean colours() {
        return Ansi.AUTO.enabled();
    }

    @Override
    public boolean canAsk() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    @Override
    public String ask(String question) {
        return System.console().readLine("%s", question);
    }

    @Override
    public InputStream input() {
        return new FileInputStream(FileDescriptor.in);
    }
}
