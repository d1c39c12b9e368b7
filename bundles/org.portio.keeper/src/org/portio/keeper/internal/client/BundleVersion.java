// SPDX-License-Identifier: EPL-2.0
package org.portio.keeper.internal.client;

import java.io.IOException;
import java.io.InputStream;
import java.util.jar.Manifest;

/** The version in the manifest of this bundle. */
public final class BundleVersion {

    private BundleVersion() {}

    /** Returns the version that Equinox reads, if each bundle finds its own manifest. */
    public static String ofThisBundle() {
        try (InputStream file = BundleVersion.class.getResourceAsStream("/META-INF/MANIFEST.MF")) {
            String version =
                    file == null ? null : new Manifest(file).getMainAttributes().getValue("Bundle-Version");
            return version == null ? "(not packaged)" : version;
        } catch (IOException _) {
            return "(not packaged)";
        }
    }
}
