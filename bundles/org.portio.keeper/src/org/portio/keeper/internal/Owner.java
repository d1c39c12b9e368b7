// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;

/**
 * The user who runs this.
 *
 * @param id number of the user where the system has such, else the name
 */
record Owner(UserPrincipal user, String id) {

    /**
     * Found by a file that is made: a name may be missing in a container, and {@code /proc/self} belongs to root where the
     * JVM has capabilities.
     */
    static Owner ofThisProcess() throws IOException {
        Path file = temporaryFile();
        try {
            boolean unix = file.getFileSystem().supportedFileAttributeViews().contains("unix");
            UserPrincipal user = Files.getOwner(file);
            return new Owner(
                    user, unix ? Files.getAttribute(file, "unix:uid").toString() : System.getProperty("user.name"));
        } finally {
            Files.delete(file);
        }
    }

    private static Path temporaryFile() throws IOException {
        try {
            return Files.createTempFile("portio", null);
        } catch (AccessDeniedException e) {
            throw new IOException(
                    "this user may not write into the directory for temporary files, "
                            + System.getProperty("java.io.tmpdir"),
                    e);
        }
    }
}
