// SPDX-License-Identifier: EPL-2.0
package org.portio.core.system;

import java.io.ByteArrayInputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Reads XML that anybody may have written: it cannot make the reader open another file or address, or take all memory. */
public final class SafeXml {

    private SafeXml() {}

    /**
     * Returns a reader of a document, for which entities of a document type mean nothing. It is Java's own, whatever other
     * parsers there are.
     *
     * @throws XMLStreamException if this is not XML; the reader throws the same for what is wrong further on
     */
    public static XMLStreamReader reader(byte[] xml) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    }
}
