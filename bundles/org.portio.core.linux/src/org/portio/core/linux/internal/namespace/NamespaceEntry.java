// SPDX-License-Identifier: EPL-2.0
package org.portio.core.linux.internal.namespace;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.portio.core.ConnectionException;
import org.portio.core.Failure;
import org.portio.core.PortioException.Kind;
import org.portio.core.kernel.Syscalls;
import org.portio.core.system.MissingRight;

/**
 * Opens something in other network namespaces. The thread that enters them is made for it and ends there: all others stay
 * where they are, and what was opened stays where it was opened.
 */
public final class NamespaceEntry<T> {

    /** Makes something that belongs to the namespace of the thread. */
    @FunctionalInterface
    public interface Opener<T> {
        T open() throws IOException;
    }

    private static final String OWN = "/proc/self/ns/net";
    private static final Path OF_THREAD = Path.of("/proc/thread-self/ns/net");
    private static final int CLONE_NEWNET = 0x40000000;

    private final Syscalls kernel = new Syscalls();
    private final Opener<T> opener;
    private final List<T> opened = new ArrayList<>();
    private ConnectionException refusal;
    private Throwable failure;

    private NamespaceEntry(Opener<T> opener) {
        this.opener = opener;
    }

    /**
     * Returns what was opened in each of the namespaces, in their order; null for those that have gone or may not be entered.
     *
     * @throws ConnectionException if entering namespaces is not allowed at all
     */
    public static <T> List<T> openIn(List<NetworkNamespace> namespaces, Opener<T> opener)
            throws IOException, ConnectionException {
        NamespaceEntry<T> entry = new NamespaceEntry<>(opener);
        Thread thread = Thread.ofPlatform().name("portio-namespaces").start(() -> entry.run(namespaces));
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while other network namespaces were entered", e);
        }
        if (entry.refusal != null) {
            throw entry.refusal;
        }
        if (entry.failure != null) {
            throw new IOException(
                    "entering other network namespaces failed: " + entry.failure.getMessage(), entry.failure);
        }
        return entry.opened;
    }

    private void run(List<NetworkNamespace> namespaces) {
        try {
            checkRights();
            for (NetworkNamespace namespace : namespaces) {
                opened.add(enter(namespace) ? open() : null);
            }
        } catch (IOException | RuntimeException | Error e) {
            failure = e;
        } catch (ConnectionException e) {
            refusal = e;
        }
    }

    private T open() {
        try {
            return opener.open();
        } catch (IOException e) {
            System.getLogger(NamespaceEntry.class.getName())
                    .log(System.Logger.Level.INFO, "a network namespace cannot be queried: {0}", e.getMessage());
            return null;
        }
    }

    /** Checks the right to enter namespaces, which the kernel demands even for entering the current one. */
    private void checkRights() throws IOException, ConnectionException {
        int error = enter(OWN);
        if (error == Syscalls.EPERM) {
            throw new ConnectionException(
                    Failure.of(
                            Kind.PERMISSION,
                            "looking into other network namespaces needs privileges (CAP_SYS_ADMIN)",
                            MissingRight.advice("CAP_SYS_ADMIN")),
                    null);
        }
        if (error != 0) {
            throw new IOException("setns: errno " + error);
        }
    }

    private boolean enter(NetworkNamespace namespace) {
        return namespace.doors().stream().anyMatch(door -> enter(door) == 0 && isIn(namespace));
    }

    /** A process may have ended, and its pid may be that of another in another namespace now. */
    private static boolean isIn(NetworkNamespace namespace) {
        try {
            return Files.readSymbolicLink(OF_THREAD).toString().equals("net:[" + namespace.inode() + "]");
        } catch (IOException _) {
            return false;
        }
    }

    /** 0, or the error. */
    private int enter(String door) {
        try (Arena arena = Arena.ofConfined()) {
            long path = arena.allocateFrom(door).address();
            long file = kernel.call(Syscalls.OPENAT, Syscalls.AT_FDCWD, path, Syscalls.O_CLOEXEC, 0);
            if (file < 0) {
                return kernel.errno();
            }
            int error = kernel.call(Syscalls.SETNS, file, CLONE_NEWNET, 0, 0) < 0 ? kernel.errno() : 0;
            kernel.call(Syscalls.CLOSE, file, 0, 0, 0);
            return error;
        }
    }
}
