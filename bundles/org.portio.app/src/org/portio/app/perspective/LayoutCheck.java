// SPDX-License-Identifier: EPL-2.0
package org.portio.app.perspective;

import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.portio.core.system.SafeXml;

/**
 * Looks into a file of somebody else before the platform makes objects of it: its model can do more than lay out views, such as
 * name a class to run, or another file to load.
 */
final class LayoutCheck {

    private static final String NAMESPACE = "http://www.eclipse.org/ui/2010/UIModel/application/ui/advanced";
    private static final String ROOT = "Perspective";
    /** Attributes that a layout never has: they name an object elsewhere or a class. */
    private static final Set<String> FORBIDDEN = Set.of("href", "contributionURI", "objectContribution");

    private LayoutCheck() {}

    /** Returns whether this is the XML of a perspective that has nothing but a layout. */
    static boolean isLayout(byte[] xml) {
        try {
            XMLStreamReader reader = SafeXml.reader(xml);
            boolean isFirst = true;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD) {
                    return false;
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (isFirst && !isRoot(reader) || hasForbidden(reader)) {
                        return false;
                    }
                    isFirst = false;
                }
            }
            return !isFirst;
        } catch (XMLStreamException _) {
            return false;
        }
    }

    private static boolean isRoot(XMLStreamReader reader) {
        return reader.getLocalName().equals(ROOT) && NAMESPACE.equals(reader.getNamespaceURI());
    }

    private static boolean hasForbidden(XMLStreamReader reader) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (FORBIDDEN.contains(reader.getAttributeLocalName(i))) {
                return true;
            }
        }
        return FORBIDDEN.contains(reader.getLocalName());
    }
}
