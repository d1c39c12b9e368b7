// SPDX-License-Identifier: EPL-2.0
package org.portio.firewall.internal.journal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.portio.core.PortioException.Kind;
import org.portio.core.system.AtomicFile;
import org.portio.core.system.FileFailure;
import org.portio.core.system.OperatingSystem;
import org.portio.firewall.FirewallException;
import org.portio.firewall.spi.AppliedRule;

/**
 * Says of blocks that they were removed by force: a small file for each, in a folder that only root may write and everybody
 * may read. The journal of the block's user is that user's alone, and would have it put back; a file of root's there would be
 * a trap for root.
 */
public record Tombstones(Path folder) {

    /** A removal that may fail. */
    @FunctionalInterface
    public interface Removal {
        void run() throws FirewallException;
    }

    public static Tombstones ofSystem() {
        String os = OperatingSystem.name().toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            String shared = System.getenv().getOrDefault("ProgramData", "C:\\ProgramData");
            return new Tombstones(Path.of(shared, "PortIO", "unblocked"));
        }
        return new Tombstones(
                Path.of(os.startsWith("mac") ? "/Library/Application Support/PortIO" : "/var/lib/portio", "unblocked"));
    }

    public boolean has(UUID block) {
        return Files.exists(file(block));
    }

    /**
     * Removes rules; for those of other users than this one the file is there before, so that nobody can put them back in
     * between, and is gone if the removal fails.
     */
    public void around(List<AppliedRule> removed, String user, Removal removal) throws FirewallException {
        List<AppliedRule> foreign =
                removed.stream().filter(rule -> !rule.tag().user().equals(user)).toList();
        List<AppliedRule> written = new ArrayList<>();
        try {
            for (AppliedRule rule : foreign) {
                write(rule);
                written.add(rule);
            }
            removal.run();
        } catch (FirewallException e) {
            written.forEach(rule -> delete(rule, e));
            throw e;
        }
    }

    private void write(AppliedRule rule) throws FirewallException {
        try {
            Files.createDirectories(folder);
            letOthersLook(folder.getParent());
            letOthersLook(folder);
            AtomicFile.writePrivate(
                    file(rule.tag().id()), true, out -> out.write(rule.tag().text() + "\n"));
        } catch (AccessDeniedException e) {
            throw new FirewallException(
                    Kind.PERMISSION, "only root can permanently remove another user's block (" + folder + ")", e);
        } catch (IOException e) {
            throw new FirewallException(Kind.FAILED, "cannot write into " + folder + ": " + FileFailure.reason(e), e);
        }
    }

    /** Whatever mask root has. */
    private static void letOthersLook(Path directory) throws IOException {
        try {
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
        } catch (UnsupportedOperationException _) {
            // Windows, where what is made there can be read by all.
        }
    }

    private void delete(AppliedRule rule, FirewallException failure) {
        try {
            Files.deleteIfExists(file(rule.tag().id()));
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }

    private Path file(UUID block) {
        return folder.resolve(block.toString());
    }
}
