// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import org.eclipse.core.runtime.Platform;
import org.eclipse.osgi.service.datalocation.Location;
import org.eclipse.osgi.util.NLS;
import org.portio.core.Places;

/** The directory in which the workbench keeps its layout and log: where the core says, unless {@code -data} is given. */
final class InstanceArea {

    private InstanceArea() {}

    /** Takes the directory for this process alone. Returns what to tell the user where that fails, else null. */
    static String claim() {
        Location area = Platform.getInstanceLocation();
        Path directory = Places.ofSystem().state().resolve("workbench");
        try {
            URL url = area.isSet() ? area.getURL() : directory.toUri().toURL();
            boolean locked = area.isSet() ? area.lock() : area.set(url, true);
            return locked ? null : NLS.bind(Messages.Application_alreadyRunning, path(url));
        } catch (IOException e) {
            return NLS.bind(Messages.Application_cannotWriteState, directory, e.getMessage());
        }
    }

    private static Path path(URL url) {
        return Path.of(URI.create(url.toString().replace(" ", "%20")));
    }
}
