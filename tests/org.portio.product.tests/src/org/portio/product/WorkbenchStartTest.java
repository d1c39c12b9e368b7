// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.portio.product.Product.Result;

/** Tests what a window says that cannot use its display, or has bundles that do not work. */
class WorkbenchStartTest extends CopiedProduct {

    /** A third party's bundle that imports a missing package, and one whose activator is missing. */
    @ParameterizedTest
    @CsvSource({
        "Import-Package: org.example.missing, something that they need is missing: third.party",
        "Bundle-Activator: org.example.Missing, Could not be started",
    })
    void theWindowComesWithoutABundleThatCannotBeUsedAndSaysSo(String header, String told) throws Exception {
        addBundle(header);

        Result result = inWindow("Parts of PortIO Are Missing");

        assertEquals(0, result.exitCode(), result.toString());
        String log = Files.readString(product.resolveSibling("home/state/workbench/.metadata/.log"));
        assertTrue(log.contains(told), log);
        assertTrue(log.contains("third.party"), log);
    }

    private void addBundle(String header) throws IOException {
        Manifest manifest = new Manifest();
        manifest.read(new ByteArrayInputStream(("Manifest-Version: 1.0\nBundle-ManifestVersion: 2\n"
                        + "Bundle-SymbolicName: third.party\nBundle-Version: 1.0.0\n" + header + "\n")
                .getBytes(StandardCharsets.UTF_8)));
        new JarOutputStream(Files.newOutputStream(product.resolve("plugins/third.jar")), manifest).close();
        Path list = product.resolve(LIST);
        String text = Files.readString(list) + "third.party,1.0.0,plugins/third.jar,4,true\n";
        Files.delete(list); // a link to that of the whole product
        Files.writeString(list, text);
    }

    @Test
    void theLayoutIsSavedWhenASignalEndsTheProcess() throws Exception {
        Result result = inWindow("PortIO - ");

        assertEquals(0, result.exitCode(), result.toString());
        Path area = product.resolveSibling("home/state/workbench/.metadata");
        assertTrue(Files.exists(area.resolve(".plugins/org.eclipse.e4.workbench/workbench.xmi")), result.toString());
    }

    @Test
    void aDisplayThatCannotBeOpenedIsNamedBeforeEquinoxIsStarted() throws Exception {
        Map<String, String> environment = Map.of(
                "PORTIO_HOME", product.resolveSibling("home").toString(), "DISPLAY", ":64999", "WAYLAND_DISPLAY", "");

        Result result = Product.run(environment, List.of(portio(), "workbench"));

        assertEquals(4, result.exitCode(), result.toString());
        assertTrue(result.err().contains("cannot open a window with DISPLAY=:64999"), result.err());
        assertFalse(Files.exists(product.resolveSibling("home/state/workbench/.metadata/.log")));
    }
}
