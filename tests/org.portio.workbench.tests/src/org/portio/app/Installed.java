// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.portio.core.Connection;
import org.portio.extension.Extension;
import org.portio.extension.ExtensionException;
import org.portio.extension.Extensions;
import org.portio.extension.Fault;
import org.portio.testing.ExtensionJar;

/** The extensions of the running workbench, as a test puts them into the folder. */
final class Installed {

    private final BundleContext context =
            FrameworkUtil.getBundle(Installed.class).getBundleContext();
    private final Extensions extensions = context.getService(context.getServiceReference(Extensions.class));

    Extensions extensions() {
        return extensions;
    }

    /** Puts a jar into the folder, complete from the first moment. */
    void put(String id, ExtensionJar jar) throws IOException {
        Path part = extensions.folder().resolve(id + ".part");
        jar.write(part, BundleActivator.class, Connection.class);
        Files.move(part, file(id), StandardCopyOption.REPLACE_EXISTING);
    }

    Path file(String id) {
        return extensions.folder().resolve(id + ".jar");
    }

    /** Puts one there whose only service runs this. */
    void putCaller(String id, String body) throws IOException {
        put(id, caller(ExtensionJar.of(id), id, "Caller", "", body));
    }

    /** Adds a component that runs one text while it is made, and another one as a service. */
    static ExtensionJar caller(ExtensionJar jar, String id, String name, String made, String body) {
        String source =
                "package %1$s; public class %2$s implements java.util.concurrent.Callable<String> { public %2$s() { %3$s }"
                        + " public String call() throws Exception { %4$s } }";
        return jar.component(id + "." + name, Callable.class.getName(), source.formatted(id, name, made, body));
    }

    void removeAll() throws ExtensionException {
        for (Extension extension : extensions.list()) {
            extensions.remove(extension.id());
        }
    }

    Extension extension(String id) {
        return extensions.list().stream()
                .filter(extension -> extension.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    List<String> faults(String id) {
        return extension(id).faults().stream().map(Fault::text).toList();
    }

    Optional<Bundle> bundle(String id) {
        return Stream.of(context.getBundles())
                .filter(bundle -> id.equals(bundle.getSymbolicName()))
                .findFirst();
    }

    List<ServiceReference<?>> services(String id) {
        ServiceReference<?>[] none = {};
        return List.of(bundle(id).map(Bundle::getRegisteredServices).orElse(none));
    }

    /** Returns a service, which is made now if it was not before; null if that fails. */
    Callable<?> service(String id, int number) {
        return (Callable<?>) context.getService(services(id).get(number));
    }
}
