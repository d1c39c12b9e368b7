// SPDX-License-Identifier: EPL-2.0
package org.portio.product;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The start and the workbench do not share a class, but they share the name of a file, which each of them has for
 * itself.
 */
class WorkbenchMarkTest {

    @TempDir
    private Path area;

    @Test
    void theStartSeesTheMarkThatARunningWorkbenchSets() throws Exception {
        List<Path> jars = new ArrayList<>(PackagedClasses.bundles());
        jars.add(Product.home().resolve("lib/portio-cli.jar"));
        try (URLClassLoader loader = PackagedClasses.of(jars)) {
            Method isSeen = method(loader, "org.portio.cli.start.RunningWorkbench", "isSeen", String.class);
            Method note = method(loader, "org.portio.app.LastEnd", "note", Path.class, Path.class);

            assertEquals(false, isSeen.invoke(null, area.toString()));
            note.invoke(null, area, area);
            assertEquals(true, isSeen.invoke(null, area.toString()));
        }
    }

    private static Method method(ClassLoader loader, String type, String name, Class<?>... parameters)
            throws ReflectiveOperationException {
        Method method = loader.loadClass(type).getDeclaredMethod(name, parameters);
        method.setAccessible(true);
        return method;
    }
}
