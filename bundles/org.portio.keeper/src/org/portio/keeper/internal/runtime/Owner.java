// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.runtime;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import org.portio.core.system.User;

/**
 * The user who runs this.
 *
 * @param id number of the user if the system has such, otherwise the name
 */
public record Owner(UserPrincipal user, String id) {

    /** Returns the one who runs this, as {@link User} knows him. */
    public static Owner ofThisProcess() throws IOException {
        User me = User.ofSystem();
        boolean numbered = me.id().chars().allMatch(digit -> digit >= '0' && digit <= '9');
        if (!numbered) {
            return ofFile(me);
        }
        // Java uses the number if there is no name.
        String name = me.name().equals(me.id()) ? String.valueOf((int) Long.parseLong(me.id())) : me.name();
        return new Owner(
                FileSystems.getDefault().getUserPrincipalLookupService().lookupPrincipalByName(name), me.id());
    }

    /** Creates one by a file that is made, as systems other than Linux may know the user by another name. */
    private static Owner ofFile(User me) throws IOException {
        Path file = Files.createTempFile("portio", null);
        try {
            return new Owner(Files.getOwner(file), me.id());
        } finally {
            Files.delete(file);
        }
    }
}
