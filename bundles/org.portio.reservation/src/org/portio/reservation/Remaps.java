// SPDX-License-Identifier: EPL-2.0
package org.portio.reservation;

import java.io.IOException;
import java.util.List;
import org.osgi.annotation.versioning.ProviderType;
import org.portio.core.system.Places;
import org.portio.reservation.internal.remap.RemapFiles;

/** The ports that running programs of this user get in place of those they ask for. */
@FunctionalInterface
@ProviderType
public interface Remaps {

    /** Returns those in force, by the port asked for and the port given. */
    List<Remap> list() throws IOException;

    /** Returns those of the user whose files are there. */
    static Remaps of(Places places) {
        return new RemapFiles(places);
    }
}
