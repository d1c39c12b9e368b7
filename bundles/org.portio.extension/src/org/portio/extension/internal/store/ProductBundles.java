// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.store;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipFile;
import org.portio.extension.internal.resolve.BundleDescription;

/** The bundles that PortIO consists of. One that cannot be read is left out: other parts of PortIO say so. */
public final class ProductBundles {

    private ProductBundles() {}

    /** Reads the manifests of all bundles of a product; those of none if the directory has no {@code plugins}. */
    public static List<BundleDescription> of(Path product) {
        List<BundleDescription> bundles = new ArrayList<>();
        Path plugins = product.resolve("plugins");
        if (!Files.isDirectory(plugins)) {
            return bundles;
        }
        try (DirectoryStream<Path> files = Files.newDirectoryStream(plugins)) {
            for (Path file : files) {
                try {
                    bundles.add(BundleDescription.of(headers(file)));
                } catch (IOException | IllegalArgumentException _) {
                    continue;
                }
            }
        } catch (IOException _) {
            return bundles;
        }
        return bundles;
    }

    private static Map<String, String> headers(Path file) throws IOException {
        Map<String, String> headers = new HashMap<>();
        manifest(file).getMainAttributes().forEach((name, value) -> headers.put(name.toString(), value.toString()));
        return headers;
    }

    private static Manifest manifest(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            try (var in = Files.newInputStream(file.resolve(JarFile.MANIFEST_NAME))) {
                return new Manifest(in);
            }
        }
        // Not a JarFile, which would look at signatures.
        try (ZipFile zip = new ZipFile(file.toFile())) {
            var entry = zip.getEntry(JarFile.MANIFEST_NAME);
            return entry == null ? new Manifest() : new Manifest(zip.getInputStream(entry));
        }
    }
}
