// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.File;
import java.io.InputStream;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.jar.JarFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Looks at the service components of PortIO's bundles as the product has them. */
class ComponentsTest {

    /** A component's class, and how many references its constructor is given. */
    private record Made(String className, int arguments) {}

    /**
     * OSGi knows the constructor of a component by its number of parameters alone. With two of that number, it complains
     * about one of them in the log of every session.
     */
    @Test
    void noComponentLeavesOpenWhichConstructorIsMeant() throws Exception {
        List<Path> jars = PackagedClasses.bundles();
        List<Made> components = new ArrayList<>();
        for (Path jar : jars) {
            if (jar.getFileName().toString().startsWith("org.portio.")) {
                components.addAll(components(jar.toFile()));
            }
        }
        assertFalse(components.isEmpty(), "no component in " + jars);

        List<String> ambiguous = new ArrayList<>();
        try (URLClassLoader loader = PackagedClasses.of(jars)) {
            for (Made made : components) {
                long constructors = Arrays.stream(
                                Class.forName(made.className(), false, loader).getConstructors())
                        .filter(constructor -> constructor.getParameterCount() == made.arguments())
                        .count();
                if (constructors != 1) {
                    ambiguous.add(made.className() + ": " + constructors + " public constructors with "
                            + made.arguments() + " parameters");
                }
            }
        }
        assertEquals(List.of(), ambiguous);
    }

    private static List<Made> components(File file) throws Exception {
        List<Made> components = new ArrayList<>();
        try (JarFile jar = new JarFile(file)) {
            String list = jar.getManifest().getMainAttributes().getValue("Service-Component");
            for (String name : list == null ? new String[0] : list.split(",")) {
                try (InputStream in = jar.getInputStream(jar.getJarEntry(name.strip()))) {
                    components.add(component(in));
                }
            }
        }
        return components;
    }

    private static Made component(InputStream in) throws Exception {
        Element root = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(in)
                .getDocumentElement();
        Element implementation =
                (Element) root.getElementsByTagName("implementation").item(0);
        String init = root.getAttribute("init");
        return new Made(implementation.getAttribute("class"), init.isEmpty() ? 0 : Integer.parseInt(init));
    }
}
