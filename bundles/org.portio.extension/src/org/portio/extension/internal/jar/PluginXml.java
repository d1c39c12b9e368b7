// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.jar;

import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.portio.extension.Brought;
import org.portio.extension.Brought.Kind;

/** Reads from a {@code plugin.xml} what the window will show. */
final class PluginXml {

    private PluginXml() {}

    /**
     * Reads.
     *
     * @param texts what names such as {@code %view.charts} stand for
     */
    static List<Brought> read(XMLStreamReader xml, Properties texts) throws XMLStreamException {
        List<Brought> brought = new ArrayList<>();
        String point = "";
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if ("extension".equals(xml.getLocalName())) {
                point = String.valueOf(xml.getAttributeValue(null, "point"));
                continue;
            }
            Kind kind = kind(point, xml.getLocalName());
            String name = xml.getAttributeValue(null, "name");
            if (kind != null && name != null) {
                brought.add(new Brought(kind, localized(name, texts)));
            }
        }
        return brought;
    }

    private static Kind kind(String point, String element) {
        return switch (point + "/" + element) {
            case "org.eclipse.ui.views/view" -> Kind.VIEW;
            case "org.eclipse.ui.perspectives/perspective" -> Kind.PERSPECTIVE;
            case "org.eclipse.ui.commands/command" -> Kind.MENU_COMMAND;
            case "org.eclipse.ui.preferencePages/page" -> Kind.PREFERENCES;
            default -> null;
        };
    }

    static String localized(String name, Properties texts) {
        return name.startsWith("%") ? texts.getProperty(name.substring(1).strip(), name) : name;
    }
}
