// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Classes of the packaged product, loaded without OSGi and apart from those of the tests. */
final class PackagedClasses {

    private PackagedClasses() {}

    /** Returns the jars of all bundles. */
    static List<Path> bundles() throws IOException {
        try (Stream<Path> files = Files.list(Product.home().resolve("plugins"))) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    /** Opens these jars. */
    static URLClassLoader of(Collection<Path> jars) throws MalformedURLException {
        URL[] urls = new URL[jars.size()];
        int at = 0;
        for (Path jar : jars) {
            urls[at++] = jar.toUri().toURL();
        }
        return new URLClassLoader(urls, null);
    }
}
