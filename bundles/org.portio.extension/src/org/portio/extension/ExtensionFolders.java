// SPDX-License-Identifier: EPL-2.0
package org.portio.extension;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.portio.core.system.NoHomeException;
import org.portio.core.system.Places;

/**
 * The two folders in which jars of extensions lie.
 *
 * @param user the user's; survives an upgrade of PortIO; null if PortIO does not know where this user's files are
 * @param system the one of all users of this installation, beside its program; null if there is no installation
 */
public record ExtensionFolders(Path user, Path system) {

    private static final String NAME = "extensions";

    /**
     * Returns the folders.
     *
     * @param places asked once; throws {@link NoHomeException} if it does not know them
     * @param product directory of the installation; null if there is none
     */
    public static ExtensionFolders of(Supplier<Places> places, Path product) {
        return new ExtensionFolders(userOrNull(places), product == null ? null : product.resolve(NAME));
    }

    private static Path userOrNull(Supplier<Places> places) {
        try {
            return user(places.get());
        } catch (NoHomeException _) {
            return null;
        }
    }

    /** Returns the user's folder. */
    public static Path user(Places places) {
        return places.data().resolve(NAME);
    }

    /** Returns whether there is no extension: one look at each folder, which is all that most commands pay. */
    public boolean areEmpty() {
        return jars(user).isEmpty() && jars(system).isEmpty();
    }

    /** Returns the jars of a folder by name; none if it does not exist or cannot be read. */
    public static List<Path> jars(Path folder) {
        if (folder == null || !folder.toFile().isDirectory()) {
            return List.of();
        }
        List<Path> jars = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.jar")) {
            files.forEach(jars::add);
        } catch (IOException _) {
            return List.of();
        }
        jars.sort(null);
        return jars;
    }
}
