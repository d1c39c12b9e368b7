// SPDX-License-Identifier: EPL-2.0
package org.portio.extension.internal.jar;

import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A component of Declarative Services.
 *
 * @param className of what is made
 * @param services the interfaces that it is published with
 * @param ranking the higher comes first
 * @param wants what it must be given; it is made without OSGi only if that is nothing
 * @param activate the method to call once it is made; empty for none
 */
public record ComponentXml(String className, List<String> services, int ranking, List<String> wants, String activate) {

    /** Reads a file of {@code OSGI-INF}. */
    static ComponentXml read(XMLStreamReader xml) throws XMLStreamException {
        String className = "";
        String activate = "";
        int ranking = 0;
        List<String> services = new ArrayList<>();
        List<String> wants = new ArrayList<>();
        while (xml.hasNext()) {
            if (xml.next() != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            switch (xml.getLocalName()) {
                case "component" -> {
                    activate = attribute(xml, "activate");
                    if (!attribute(xml, "init").isEmpty()) {
                        wants.add("the parameters of its constructor");
                    }
                }
                case "implementation" -> className = attribute(xml, "class");
                case "provide" -> services.add(attribute(xml, "interface"));
                case "reference" -> wants.add(attribute(xml, "interface"));
                case "property" -> {
                    if ("service.ranking".equals(attribute(xml, "name"))) {
                        ranking = number(attribute(xml, "value"));
                    }
                }
                default -> {
                    // Says nothing that counts here.
                }
            }
        }
        return new ComponentXml(className, services, ranking, wants, activate);
    }

    private static String attribute(XMLStreamReader xml, String name) {
        String value = xml.getAttributeValue(null, name);
        return value == null ? "" : value.strip();
    }

    private static int number(String text) {
        return text.matches("-?\\d{1,9}") ? Integer.parseInt(text) : 0;
    }
}
