// SPDX-License-Identifier: EPL-2.0
package org.portio.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.FrameworkEvent;
import org.osgi.framework.FrameworkListener;
import org.osgi.framework.FrameworkUtil;
import org.portio.core.insight.InsightRule;
import org.portio.core.system.Contribution;
import org.portio.extension.Extension;
import org.portio.extension.Problem;
import org.portio.testing.ExtensionJar;

/** Jars that come into the folder of a running workbench, change, fail and go. */
class LoadedExtensionsTest {

    private static final long PATIENCE_MILLIS = 60_000;
    /** Lets those who wait for it go on when the test ends. */
    private static final String GATE = "portio.test.gate";

    private static final String AWAIT_GATE =
            "((java.util.concurrent.CountDownLatch) System.getProperties().get(\"" + GATE + "\")).await();";

    /** The framework itself may say something of the jar, but not again for each question about that. */
    private static final int FEW = 20;

    private final Installed installed = new Installed();
    private final CountDownLatch gate = new CountDownLatch(1);

    @AfterEach
    void removeAll() throws Exception {
        gate.countDown();
        System.getProperties().remove(GATE);
        List<String> ids =
                installed.extensions().list().stream().map(Extension::id).toList();
        installed.removeAll();
        until(
                "they are gone",
                () -> ids.stream().noneMatch(id -> installed.bundle(id).isPresent()));
    }

    @Test
    void servicesStartWhateverTheManifestSaysAndWhileAnotherStillStarts() throws Exception {
        System.getProperties().put(GATE, gate);
        installed.put("slow", activator("slow", AWAIT_GATE));
        putLazy();
        installed.putCaller("eager", "return \"eagerly\";");

        until("the eager one answers", () -> answers("eager", "eagerly"));
        until("the lazy one answers", () -> answers("lazy", "lazily"));
        until("the slow one starts", () -> state("slow") == Bundle.STARTING);
        gate.countDown();
        until("the slow one runs", () -> state("slow") == Bundle.ACTIVE);
    }

    @Test
    void aRebuiltJarTakesThePlaceOfTheOldOneAndADeletedOneGoes() throws Exception {
        installed.putCaller("eager", "return \"first\";");
        putLazy();
        until("both answer", () -> answers("eager", "first") && answers("lazy", "lazily"));

        installed.putCaller("eager", "return \"the second one\";");
        Files.delete(installed.file("lazy"));

        until("the new one answers", () -> answers("eager", "the second one"));
        until("the other is gone", () -> installed.bundle("lazy").isEmpty());
    }

    @Test
    void aJarThatIsDeletedWhileItIsLoadedDoesNotFloodTheLog() throws Exception {
        installed.putCaller("eager", "return \"first\";");
        until("it answers", () -> answers("eager", "first"));
        Bundle bundle = installed.bundle("eager").orElseThrow();
        AtomicInteger errors = new AtomicInteger();
        FrameworkListener listener = event -> {
            if (event.getType() == FrameworkEvent.ERROR && bundle.equals(event.getBundle())) {
                errors.incrementAndGet();
            }
        };
        BundleContext context = FrameworkUtil.getBundle(getClass()).getBundleContext();
        context.addFrameworkListener(listener);
        try {
            Files.delete(installed.file("eager"));
            bundle.getEntry("not/There.class");
            until("it is gone", () -> installed.bundle("eager").isEmpty());
            assertTrue(errors.get() < FEW, "told " + errors);
        } finally {
            context.removeFrameworkListener(listener);
        }
    }

    @Test
    void whatThrowsIsNamedAndTheSecondTimeSwitchedOffUntilItIsEnabled() throws Exception {
        installed.put("thrower", activator("thrower", "if (true) throw new IllegalStateException(\"not today\");"));
        ExtensionJar unmade = ExtensionJar.of("unmade");
        Installed.caller(unmade, "unmade", "First", "if (true) throw new IllegalStateException();", "return null;");
        Installed.caller(unmade, "unmade", "Second", "int zero = 0; zero /= zero;", "return null;");
        installed.put("unmade", unmade);

        String threw = "threw java.lang.IllegalStateException: not today, at thrower.Main.start(Main.java:1)";
        until("the activator is named", () -> faults("thrower").equals(List.of(threw)));
        until("the components are there", () -> installed.services("unmade").size() == 2);
        assertEquals(List.of(), faults("unmade"));
        assertNull(installed.service("unmade", 0));
        until("the first is named", () -> faults("unmade").size() == 1);
        assertNull(installed.service("unmade", 0));
        assertNull(installed.service("unmade", 1));
        until("it is off", () -> installed.extension("unmade").state() == Extension.State.SWITCHED_OFF);
        until("it is not loaded", () -> installed.bundle("unmade").isEmpty());

        installed.extensions().enable("unmade");
        until("it is loaded again", () -> installed.services("unmade").size() == 2);
        assertEquals(List.of(), faults("unmade"));
        assertNull(installed.service("unmade", 0));
        until("it is named again", () -> faults("unmade").size() == 1);
    }

    @Test
    void whatHangsOrEndsAThreadOfItsOwnIsNamed() throws Exception {
        System.getProperties().put(GATE, gate);
        installed.putCaller("hangs", AWAIT_GATE + " return null;");
        String thread = "Thread.ofPlatform().start(() -> { throw new OutOfMemoryError(\"Java heap space\"); });";
        installed.putCaller("eats", thread + " return null;");
        until(
                "both are there",
                () -> installed.services("hangs").size()
                                + installed.services("eats").size()
                        == 2);

        installed.service("eats", 0).call();
        new Contribution<Callable<?>>(installed.service("hangs", 0), 0).ask(Duration.ofMillis(900), Callable::call);

        until("the memory eater is named", () -> faults("eats").size() == 1);
        String eaten = faults("eats").getFirst();
        assertTrue(eaten.startsWith("threw java.lang.OutOfMemoryError: Java heap space, at eats.Caller."), eaten);
        until("the one that hangs is named", () -> faults("hangs").size() == 1);
        assertEquals(
                "took too long (900 ms), at hangs.Caller.call(Caller.java:1)",
                faults("hangs").getFirst());
    }

    @Test
    void classThatCannotBeLoadedIsNamedWithThePackageThatIsNotImported() throws Exception {
        // The interface is that of a bundle of PortIO, and its package is not imported.
        installed.put(
                "forgetful",
                ExtensionJar.of("forgetful")
                        .component(
                                "forgetful.Rule",
                                InsightRule.class.getName(),
                                "package forgetful; public class Rule implements org.portio.core.insight.InsightRule {"
                                        + " public java.util.List<org.portio.core.insight.Insight> look("
                                        + "org.portio.core.insight.Observation o) { return java.util.List.of(); } }"));
        until("the component is there", () -> !installed.services("forgetful").isEmpty());
        installed.service("forgetful", 0);
        until(
                "it is named",
                () -> faults("forgetful")
                        .equals(List.of("misses a class org.portio.core.insight.InsightRule"
                                + " (does its manifest import org.portio.core.insight?)")));
    }

    @Test
    void whatOnlyOsgiRefusesIsNamedUntilItsReasonIsGone() throws Exception {
        installed.put("first", ExtensionJar.of("first").header("Export-Package", "shared.p;version=\"1.0\""));
        installed.put("second", ExtensionJar.of("second").header("Export-Package", "shared.p;version=\"2.0\""));
        installed.put(
                "user",
                ExtensionJar.of("user")
                        .header("Import-Package", "shared.p;version=\"[1.0,2.0)\"")
                        .header("Export-Package", "shared.q;uses:=\"shared.p\""));
        installed.put(
                "torn", ExtensionJar.of("torn").header("Import-Package", "shared.p;version=\"[2.0,3.0)\",shared.q"));

        until("it is named", () -> installed.extension("torn").problem() != null);
        Problem problem = installed.extension("torn").problem();
        assertEquals(Problem.Kind.REFUSED, problem.kind());
        assertTrue(problem.text().contains("shared.p"), problem.text());
        assertEquals(Extension.State.ACTIVE, installed.extension("user").state());

        ExtensionJar whole = ExtensionJar.of("user").header("Export-Package", "shared.q");
        installed.put("user", whole);
        until(
                "it runs",
                () -> state("torn") == Bundle.ACTIVE
                        && installed.extension("torn").problem() == null);
    }

    private static void until(String what, BooleanSupplier condition) throws InterruptedException {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!condition.getAsBoolean()) {
            assertTrue(System.currentTimeMillis() < end, () -> "gave up waiting until " + what);
            Thread.sleep(20);
        }
    }

    private void putLazy() throws Exception {
        ExtensionJar lazy = ExtensionJar.of("lazy").header("Bundle-ActivationPolicy", "lazy");
        installed.put("lazy", Installed.caller(lazy, "lazy", "Caller", "", "return \"lazily\";"));
    }

    private List<String> faults(String id) {
        return installed.faults(id);
    }

    private boolean answers(String id, String answer) {
        return !installed.services(id).isEmpty() && answer.equals(call(installed.service(id, 0)));
    }

    /** Returns null if the service went while it was looked for. */
    private static Object call(Callable<?> service) {
        try {
            return service == null ? null : service.call();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private int state(String id) {
        return installed.bundle(id).map(Bundle::getState).orElse(Bundle.UNINSTALLED);
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
