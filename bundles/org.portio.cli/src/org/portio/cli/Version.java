// SPDX-License-Identifier: EPL-2.0
package org.portio.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import picocli.CommandLine.IVersionProvider;

/** The version in the manifest of this bundle, which is found beside this class in any kind of class path. */
final class Version implements IVersionProvider {

    @Override
    public String[] getVersion() {
        return new String[] {"PortIO " + ofBundle(), "Java " + Runtime.version()};
    }

    static String ofBundle() {
        String path = Version.class.getName().replace('.', '/') + ".class";
        String self = String.valueOf(Version.class.getClassLoader().getResource(path));
        try (InputStream file =
                URI.create(self.replace(path, "META-INF/MANIFEST.MF")).toURL().openStream()) {
            Attributes attributes = new Manifest(file).getMainAttributes();
            return attributes.getValue("Bundle-Version");
        } catch (IOException _) {
            return "(not packaged)";
        }
    }
}
