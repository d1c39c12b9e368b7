// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.osgi.util.NLS;
import org.portio.core.system.Places;
import org.portio.core.system.PrivateFiles;

/**
 * The directory in which the workbench keeps its layout and log: the one that the core names, unless {@code -data} is
 * given.
 *
 * @param directory this one
 * @param taken by this process, and for it alone; if not, another workbench has it, or it cannot be used
 * @param failure what to tell the user if it cannot be used, else null
 */
record InstanceArea(Path directory, boolean taken, String failure) {

    /** Takes the directory for this process alone, as far as that is possible. */
    static InstanceArea claim() {
        Location area = Platform.getInstanceLocation();
        Path directory = state().resolve("workbench");
        try {
            URL url = area.isSet() ? area.getURL() : directory.toUri().toURL();
            PrivateFiles.claimFolder(path(url));
            boolean locked = area.isSet() ? area.lock() : area.set(url, true);
            return new InstanceArea(path(url), locked, null);
        } catch (IOException e) {
            String failure = NLS.bind(Messages.Application_cannotWriteState, directory, e.getMessage());
            return new InstanceArea(directory, false, failure);
        }
    }

    /** Returns the directory to which the launch script also makes Java write when it crashes. */
    static Path state() {
        return Places.ofSystem().state();
    }

    private static Path path(URL url) {
        return Path.of(URI.create(url.toString().replace(" ", "%20")));
    }
}
