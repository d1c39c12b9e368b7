// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.ServiceReference;
import org.portio.extension.Extension;
import org.portio.extension.Extensions;
import org.portio.extension.Fault;
import org.portio.testing.ExtensionJar;

/** Jars that come into the folder of a running workbench, change, fail and go. */
class LoadedExtensionsTest {

    private static final long PATIENCE_MILLIS = 60_000;
    /** The activator of the slow one waits for this. */
    private static final String GATE = "portio.test.gate";

    private final BundleContext context =
            FrameworkUtil.getBundle(LoadedExtensionsTest.class).getBundleContext();
    private final Extensions extensions = context.getService(context.getServiceReference(Extensions.class));
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void removeAll() throws Exception {
        gate.countDown();
        System.getProperties().remove(GATE);
        for (Extension extension : extensions.list()) {
            extensions.remove(extension.id());
            until(extension.id() + " is gone", () -> bundle(extension.id()).isEmpty());
        }
    }

    @Test
    void servicesStartWhateverTheManifestSaysAndWhileAnotherStillStarts() throws Exception {
        System.getProperties().put(GATE, gate);
        put(
                "slow",
                activator(
                        "slow",
                        "((java.util.concurrent.CountDownLatch) System.getProperties().get(\"" + GATE
                                + "\")).await();"));
        put("lazy", caller("lazy", "lazily").header("Bundle-ActivationPolicy", "lazy"));
        put("eager", caller("eager", "eagerly"));

        until("the eager one answers", () -> answers("eager", "eagerly"));
        until("the lazy one answers", () -> answers("lazy", "lazily"));
        until("the slow one starts", () -> state("slow") == Bundle.STARTING);
        gate.countDown();
        until("the slow one runs", () -> state("slow") == Bundle.ACTIVE);
    }

    @Test
    void aRebuiltJarTakesThePlaceOfTheOldOneAndADeletedOneGoes() throws Exception {
        put("eager", caller("eager", "first"));
        put("lazy", caller("lazy", "lazily").header("Bundle-ActivationPolicy", "lazy"));
        until("both answer", () -> answers("eager", "first") && answers("lazy", "lazily"));

        put("eager", caller("eager", "the second one"));
        Files.delete(file("lazy"));

        until("the new one answers", () -> answers("eager", "the second one"));
        until("the other is gone", () -> bundle("lazy").isEmpty());
    }

    @Test
    void whatThrowsIsNamedAndTheSecondTimeSwitchedOffUntilItIsEnabled() throws Exception {
        put("thrower", activator("thrower", "if (true) throw new IllegalStateException(\"not today\");"));
        ExtensionJar unmade = ExtensionJar.of("unmade");
        component(unmade, "unmade", "First", "if (true) throw new IllegalStateException();", "null");
        put("unmade", component(unmade, "unmade", "Second", "int zero = 0; zero /= zero;", "null"));

        String threw = "threw java.lang.IllegalStateException: not today, at thrower.Main.start(Main.java:1)";
        until("the activator is named", () -> faults("thrower").equals(List.of(threw)));
        until("the components are there", () -> services("unmade").size() == 2);
        assertEquals(List.of(), faults("unmade"));
        assertNull(ask("unmade", 0));
        until("the first is named", () -> faults("unmade").size() == 1);
        assertNull(ask("unmade", 0));
        assertNull(ask("unmade", 1));
        until("it is off", () -> extension("unmade").state() == Extension.State.SWITCHED_OFF);
        until("it is not loaded", () -> bundle("unmade").isEmpty());

        extensions.enable("unmade");
        until("it is loaded again", () -> services("unmade").size() == 2);
        assertEquals(List.of(), faults("unmade"));
        assertNull(ask("unmade", 0));
        until("it is named again", () -> faults("unmade").size() == 1);
    }

    private static void until(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.getAsBoolean()) {
            assertTrue(System.currentTimeMillis() < end, () -> "gave up waiting until " + what);
            Thread.sleep(20);
        }
    }

    private List<String> faults(String id) {
        return extension(id).faults().stream().map(Fault::text).toList();
    }

    private Extension extension(String id) {
        return extensions.list().stream()
                .filter(extension -> extension.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private Optional<Bundle> bundle(String id) {
        return Stream.of(context.getBundles())
                .filter(bundle -> id.equals(bundle.getSymbolicName()))
                .findFirst();
    }

    private List<ServiceReference<?>> services(String id) {
        ServiceReference<?>[] none = {};
        return List.of(bundle(id).map(Bundle::getRegisteredServices).orElse(none));
    }

    private boolean answers(String id, String answer) {
        return !services(id).isEmpty() && ask(id, 0) instanceof Callable<?> service && answer.equals(call(service));
    }

    private static Object call(Callable<?> service) {
        try {
            return service.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private int state(String id) {
        return bundle(id).map(Bundle::getState).orElse(Bundle.UNINSTALLED);
    }

    private Object ask(String id, int number) {
        return context.getService(services(id).get(number));
    }

    /** Puts it into the folder, complete from the first moment. */
    private void put(String id, ExtensionJar jar) throws IOException {
        Path part = extensions.folder().resolve(id + ".part");
        Files.move(jar.write(part, BundleActivator.class), file(id), StandardCopyOption.REPLACE_EXISTING);
    }

    private Path file(String id) {
        return extensions.folder().resolve(id + ".jar");
    }

    private static ExtensionJar caller(String id, String answer) {
        return component(ExtensionJar.of(id), id, "Caller", "", "\"" + answer + "\"");
    }

    private static ExtensionJar component(ExtensionJar jar, String id, String name, String made, String answer) {
        return jar.component(
                id + "." + name,
                Callable.class.getName(),
                "package %1$s; public class %2$s implements java.util.concurrent.Callable<String> { public %2$s() { %3$s }"
                                .formatted(id, name, made)
                        + " public String call() { return " + answer + "; } }");
    }

    private static ExtensionJar activator(String id, String body) {
        return ExtensionJar.of(id)
                .header("Bundle-Activator", id + ".Main")
                // Not imported: the folder in which PortIO looks for its own bundles is not there in a test.
                .header("DynamicImport-Package", "org.osgi.framework")
                .source(
                        id + ".Main",
                        "package " + id + "; public class Main implements org.osgi.framework.BundleActivator {"
                                + " public void start(org.osgi.framework.BundleContext c) throws Exception { " + body
                                + " } public void stop(org.osgi.framework.BundleContext c) {} }");
    }
}
