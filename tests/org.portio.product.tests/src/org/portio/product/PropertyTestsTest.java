// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/**
 * Reads the expressions in all {@code plugin.xml}. To ask a thing for a property that none of its kind has is logged as an error,
 * each time; a selection may be of any kind, so the kind is asked first.
 */
class PropertyTestsTest {

    @Test
    void thePropertyOfASelectionIsAskedOnlyOfTheKindThatHasIt() throws Exception {
        Map<String, String> kinds = new HashMap<>();
        List<Element> tests = new ArrayList<>();
        for (Path file : files()) {
            Element root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(file.toFile())
                    .getDocumentElement();
            elements(root, "propertyTester").forEach(tester -> {
                for (String property : tester.getAttribute("properties").split(",")) {
                    kinds.put(tester.getAttribute("namespace") + "." + property.strip(), tester.getAttribute("type"));
                }
            });
            tests.addAll(elements(root, "test"));
        }
        List<String> unasked = tests.stream()
                .filter(test -> !isAskedBefore(test, kinds.get(test.getAttribute("property"))))
                .map(test -> test.getAttribute("property"))
                .toList();

        assertEquals(List.of(), unasked);
        assertTrue(tests.size() > 15, tests.size() + " tests of properties");
    }

    private static List<Path> files() throws IOException {
        List<Path> files = new ArrayList<>();
        try (DirectoryStream<Path> bundles =
                Files.newDirectoryStream(Checkout.folder().resolve("bundles"))) {
            for (Path bundle : bundles) {
                Path file = bundle.resolve("plugin.xml");
                if (Files.exists(file)) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    private static List<Element> elements(Element root, String name) {
        NodeList found = root.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** Looks before the test, and before what contains it, as far as all of it must hold. */
    private static boolean isAskedBefore(Element test, String kind) {
        for (Node node = test; node != null && !"or".equals(node.getParentNode().getNodeName()); ) {
            if (node instanceof Element element
                    && "instanceof".equals(element.getTagName())
                    && element.getAttribute("value").equals(kind)) {
                return true;
            }
            if (node != test && "with".equals(node.getNodeName())) {
                return false;
            }
            node = node.getPreviousSibling() == null ? node.getParentNode() : node.getPreviousSibling();
        }
        return false;
    }
}
