// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.repository.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The features of an installation of PortIO, which extensions may require. */
final class ProductFeatures {

    private ProductFeatures() {}

    /** Returns their versions by the ids of their units; none if the directory has no {@code features}. */
    static Map<String, String> in(Path product) {
        Map<String, String> versions = new LinkedHashMap<>();
        Path folder = product.resolve("features");
        if (!Files.isDirectory(folder)) {
            return versions;
        }
        try (DirectoryStream<Path> features = Files.newDirectoryStream(folder)) {
            for (Path feature : features) {
                read(feature.resolve("feature.xml"), versions);
            }
        } catch (IOException | XMLStreamException e) {
            System.getLogger(ProductFeatures.class.getName())
                    .log(System.Logger.Level.WARNING, "the features of PortIO cannot be read", e);
        }
        return versions;
    }

    private static void read(Path file, Map<String, String> versions) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            xml.nextTag();
            versions.put(xml.getAttributeValue(null, "id") + Units.GROUP, xml.getAttributeValue(null, "version"));
        }
    }
}
