// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.elevation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds a program that asks for a password in a window, which {@code sudo -A} runs. */
public final class Askpass {

    /** Variable in which the user names such a program to sudo. */
    public static final String VARIABLE = "SUDO_ASKPASS";

    /** The files that distributions install; the first is their choice for the whole system. */
    private static final List<String> KNOWN = List.of(
            "usr/bin/ssh-askpass",
            "usr/bin/ksshaskpass",
            "usr/bin/lxqt-openssh-askpass",
            "usr/bin/x11-ssh-askpass",
            "usr/lib/ssh/ssh-askpass",
            "usr/lib/ssh/gnome-ssh-askpass",
            "usr/lib/openssh/gnome-ssh-askpass",
            "usr/lib/seahorse/ssh-askpass",
            "usr/libexec/seahorse/ssh-askpass",
            "usr/libexec/openssh/ssh-askpass",
            "usr/libexec/openssh/gnome-ssh-askpass");

    private Askpass() {}

    /** Returns the one that the user has named in {@link #VARIABLE}. */
    public static Optional<Path> named(Map<String, String> environment) {
        String name = environment.getOrDefault(VARIABLE, "");
        return name.isBlank() ? Optional.empty() : Optional.of(Path.of(name)).filter(Askpass::isProgram);
    }

    /** Returns the first one that this system has, below the root of its files. */
    public static Optional<Path> ofSystem(Path root) {
        return KNOWN.stream().map(root::resolve).filter(Askpass::isProgram).findFirst();
    }

    private static boolean isProgram(Path file) {
        return Files.isRegularFile(file) && Files.isExecutable(file);
    }
}
